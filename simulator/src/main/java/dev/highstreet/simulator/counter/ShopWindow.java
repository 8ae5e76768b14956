package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.StoreType;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * What can be seen of a shop from outside at one moment. Immutable; money is in micros.
 *
 * @param at the moment, on the shop's clock
 * @param products each that was ever on offer, by id, in the order of the catalogue; nobody changes
 *     the map that is handed over
 * @param stores by id, the website first
 * @param others products that others have told of, which this shop does not sell: their names, by
 *     id; nobody changes the map that is handed over
 */
public record ShopWindow(
    Instant at,
    Map<String, Item> products,
    Map<String, Outlet> stores,
    Map<String, String> others) {
  /**
   * A product, as its newest revision has it.
   *
   * @param id stock code
   * @param revision 1, 2, …
   * @param listPriceMicros price of one unit
   * @param promotionId the promotion that a line of it would be given; null for none
   * @param promotionPermille how much less that line costs, in thousandths; 0 for none
   * @param active whether it is on sale
   * @param available units that can be sold now, in all warehouses
   */
  public record Item(
      String id,
      int revision,
      String name,
      String category,
      String brand,
      long listPriceMicros,
      String promotionId,
      int promotionPermille,
      boolean active,
      long available) {}

  /**
   * A store.
   *
   * @param city of a shop; null elsewhere
   * @param openingHours of a shop, in words; null elsewhere
   * @param rating what customers think of it, 1 to 5
   */
  public record Outlet(
      String id, String name, StoreType type, String city, String openingHours, double rating) {}

  /** Nobody may change what is in the window. */
  public ShopWindow {
    requireNonNull(at, "at is null");
    products = Collections.unmodifiableMap(products);
    stores = Collections.unmodifiableMap(stores);
    others = Collections.unmodifiableMap(others);
  }

  /** The window of a shop that has not opened yet. */
  public static ShopWindow empty(Instant at) {
    return new ShopWindow(at, Map.of(), Map.of(), Map.of());
  }

  /** A product by its id. */
  public Optional<Item> product(String id) {
    return Optional.ofNullable(products.get(id));
  }
}
