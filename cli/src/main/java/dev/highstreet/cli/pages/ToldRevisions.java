package dev.highstreet.cli.pages;

import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.simulator.counter.ProductRevision;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.StoreRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a dashboard is told of products and stores, as a shop's counter takes it. */
final class ToldRevisions {
  private ToldRevisions() {}

  /**
   * All of them, the products first.
   *
   * @throws RefusedException naming the place of one at fault, such as {@code revisions[3].name}
   */
  static List<Revision> of(List<ProductRevised> products, List<StoreRevised> stores) {
    List<Revision> revisions = new ArrayList<>(products.size() + stores.size());
    products.forEach(product -> add(revisions, () -> of(product)));
    stores.forEach(store -> add(revisions, () -> of(store)));
    return revisions;
  }

  private static void add(List<Revision> revisions, Supplier<Revision> revision) {
    try {
      revisions.add(revision.get());
    } catch (RefusedException e) {
      throw e.within("revisions[%d]".formatted(revisions.size()));
    }
  }

  private static int number(int told) {
    return told == Till.NEWEST_REVISION ? Revision.NEXT : told;
  }

  private static ProductRevision of(ProductRevised product) {
    return new ProductRevision(
        product.getProductId(),
        number(product.getRevision()),
        product.getName(),
        product.getCategory(),
        product.getBrand(),
        product.getSupplier(),
        product.getListPriceMicros(),
        product.getUnitCostMicros(),
        product.getUnitCostAssumed(),
        product.getActive());
  }

  private static StoreRevision of(StoreRevised store) {
    return new StoreRevision(
        store.getStoreId(),
        number(store.getRevision()),
        store.getName(),
        store.getType(),
        store.getCity(),
        store.getPostcode(),
        store.getManager(),
        store.getOpeningHours(),
        store.getCommissionRate(),
        store.getRating(),
        store.getOpenedAt().equals(Till.WHEN_TAKEN) ? null : store.getOpenedAt());
  }
}
