package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds products, stores and customers by the ids that events and people name them with. */
final class Directory {
  private static final int FIRST_DIGIT = 1; // of a customer's id, C000001
  private static final int MOST_DIGITS = 9;

  private final ShopFloor floor;
  private final Map<String, Integer> products = new HashMap<>();
  private final Map<String, Integer> stores = new HashMap<>();

  Directory(ShopFloor floor) {
    this.floor = floor;
    for (int number = 0; number < floor.products(); number++) {
      products.put(floor.product(number).id(), number);
    }
    for (int number = 0; number < floor.stores(); number++) {
      stores.put(floor.store(number).id(), number);
    }
  }

  /** A product that was on offer at some time. */
  Product product(String field, String id) {
    Integer number = products.get(id);
    Product product = number == null ? null : floor.product(number);
    if (product == null || product.revision() == 0) {
      throw unknown(field, "product", id);
    }
    return product;
  }

  Store store(String field, String id) {
    Integer number = stores.get(id);
    if (number == null) {
      throw unknown(field, "store", id);
    }
    return floor.store(number);
  }

  /** The number of a customer who has registered. */
  int customer(String field, String id) {
    int number = number(id);
    boolean known =
        floor.customers().isRegistered(number) && floor.customer(number).id().equals(id);
    if (!known) {
      throw unknown(field, "customer", id);
    }
    return number;
  }

  private static int number(String id) {
    int length = id.length();
    if (length <= FIRST_DIGIT || length > FIRST_DIGIT + MOST_DIGITS) {
      return -1;
    }
    boolean digits = id.chars().skip(FIRST_DIGIT).allMatch(digit -> digit >= '0' && digit <= '9');
    return digits ? Integer.parseInt(id.substring(FIRST_DIGIT)) - 1 : -1;
  }

  private static RefusedException unknown(String field, String what, String id) {
    return new RefusedException(
        field, "%s is \"%s\": there is no such %s".formatted(field, id, what));
  }

  /** What can be seen of the shop. */
  ShopWindow window(Instant now) {
    Map<String, ShopWindow.Item> items = new LinkedHashMap<>();
    for (int number = 0; number < floor.products(); number++) {
      Product product = floor.product(number);
      if (product.revision() > 0) {
        items.put(product.id(), item(product));
      }
    }
    Map<String, ShopWindow.Outlet> outlets = new LinkedHashMap<>();
    for (int number = 0; number < floor.stores(); number++) {
      Store store = floor.store(number);
      outlets.put(
          store.id(),
          new ShopWindow.Outlet(
              store.id(),
              store.name(),
              store.type(),
              store.city(),
              Stores.hoursInWords(store),
              floor.allStores().rating(number)));
    }
    return new ShopWindow(now, items, outlets);
  }

  private ShopWindow.Item item(Product product) {
    Promotion promotion = floor.promotions().best(product.number());
    return new ShopWindow.Item(
        product.id(),
        product.revision(),
        product.name(),
        product.category(),
        product.brand(),
        product.listPriceMicros(),
        promotion == null ? null : promotion.id(),
        promotion == null ? 0 : promotion.permille(),
        product.active(),
        floor.staff().available().applyAsLong(product.number()));
  }
}
