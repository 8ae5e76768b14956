package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.StoreRevision;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds products, stores and customers by the ids that events and people name them with: those of
 * the shop, and, where transactions may name them, those of others.
 */
final class Directory {
  private static final int FIRST_DIGIT = 1; // of a customer's id, C000001
  private static final int MOST_DIGITS = 9;

  private final ShopFloor floor;
  private final OutsideRange others;
  private final Map<String, Integer> products = new HashMap<>();
  private final Map<String, Integer> stores = new HashMap<>();

  Directory(ShopFloor floor, OutsideRange others) {
    this.floor = floor;
    this.others = others;
    for (int number = 0; number < floor.products(); number++) {
      products.put(floor.product(number).id(), number);
    }
    for (int number = 0; number < floor.stores(); number++) {
      stores.put(floor.store(number).id(), number);
    }
  }

  /** A product of the shop that was on offer at some time. */
  Product product(String field, String id) {
    Product product = offered(id);
    if (product == null) {
      throw others.products().knows(id)
          ? foreign(field, id, "sell: this shop has none of it")
          : unknown(field, "product", id);
    }
    return product;
  }

  /** The product if it was on offer at some time, or null. */
  private Product offered(String id) {
    Integer number = products.get(id);
    Product product = number == null ? null : floor.product(number);
    return product == null || product.revision() == 0 ? null : product;
  }

  Store store(String field, String id) {
    Integer number = stores.get(id);
    if (number == null) {
      throw others.stores().knows(id)
          ? foreign(field, id, "run: nobody can buy of this shop there")
          : unknown(field, "store", id);
    }
    return floor.store(number);
  }

  /** Goods that a transaction may name: of this shop, or of others. */
  Goods goods(String field, String id) {
    Product product = offered(id);
    if (product != null) {
      long dearest = floor.catalogue().greatestCostMicros(product.number());
      return new Goods(id, product.revision(), dearest);
    }
    if (!others.products().knows(id)) {
      throw unknown(field, "product", id);
    }
    return new Goods(id, others.products().of(id).size(), others.greatestCostMicros(id));
  }

  /** Refuses a store that a transaction may not name. */
  void refuseUnknownStore(String field, String id) {
    if (!stores.containsKey(id) && !others.stores().knows(id)) {
      throw unknown(field, "store", id);
    }
  }

  /** Refuses what only the shop may tell of, also if it has not done so yet. */
  void refuseOurs(Revision revision) {
    boolean ours =
        revision instanceof StoreRevision
            ? stores.containsKey(revision.id())
            : products.containsKey(revision.id());
    if (ours) {
      throw new RefusedException(
          "id",
          "id is \"%s\", which is one of this shop's own, and it alone revises those: give another"
              .formatted(revision.id()));
    }
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

  private static RefusedException foreign(String field, String id, String what) {
    return new RefusedException(field, "%s is \"%s\", which others %s".formatted(field, id, what));
  }

  /**
   * Goods that can be named.
   *
   * @param revision the newest; there are all from 1
   * @param greatestCostMicros of one unit, by whichever revision it costs most
   */
  record Goods(String id, int revision, long greatestCostMicros) {}

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
    return new ShopWindow(now, items, outlets, others.names());
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
