package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.counter.ProductRevision;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.StoreRevision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Products and stores that others have told of. */
final class OutsideRange {
  private final RevisionBook<ProductRevision> products = new RevisionBook<>(ProductRevision.class);
  private final RevisionBook<StoreRevision> stores = new RevisionBook<>(StoreRevision.class);
  private final Map<String, Long> greatestCosts = new HashMap<>();
  private Map<String, String> names = Map.of();

  RevisionBook<ProductRevision> products() {
    return products;
  }

  RevisionBook<StoreRevision> stores() {
    return stores;
  }

  /** How many revisions there are. */
  int revisions() {
    return products.revisions() + stores.revisions();
  }

  /** What one unit of a product costs by whichever of its revisions it costs most, in micros. */
  long greatestCostMicros(String id) {
    return greatestCosts.get(id);
  }

  /** What the products are called, by id. Whoever looks at it, on any thread, keeps it. */
  Map<String, String> names() {
    return names;
  }

  /** Notes what follows from revisions that are sure to stay. */
  void settle(List<Revision> taken) {
    Map<String, String> anew = new HashMap<>(names);
    for (Revision revision : taken) {
      if (revision instanceof ProductRevision product) {
        anew.put(product.id(), product.name());
        greatestCosts.merge(product.id(), product.unitCostMicros(), Math::max);
      }
    }
    names = anew;
  }
}
