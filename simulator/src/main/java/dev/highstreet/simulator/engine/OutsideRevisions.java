package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.ProductRevision;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.StoreRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What others tell of products and stores of theirs, as events of the shop's present. All of a
 * batch are judged before any is given out; one that is known is not given out again, as the truth
 * would have to know of the copy.
 */
final class OutsideRevisions {
  private static final int MOST_FAULTS = 20; // more, nobody reads
  private static final int MOST_KNOWN = 200_000; // about 100 MB

  private final ShopFloor floor;
  private final Directory directory;
  private final OutsideRange others;

  OutsideRevisions(ShopFloor floor, Directory directory, OutsideRange others) {
    this.floor = floor;
    this.directory = directory;
    this.others = others;
  }

  Intake take(List<Revision> revisions, Consumer<ShopEvent> out) {
    refuseIfTooMany(revisions.size());
    List<Revision> taken = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    List<RefusedException.Fault> faults = new ArrayList<>();
    for (int i = 0; i < revisions.size() && faults.size() < MOST_FAULTS; i++) {
      Revision revision = revisions.get(i);
      try {
        directory.refuseOurs(revision);
        add(revision).ifPresentOrElse(taken::add, () -> repeated.add(revision.id()));
      } catch (RefusedException e) {
        faults.addAll(e.within("revisions[%d]".formatted(i)).faults());
      }
    }
    if (!faults.isEmpty()) {
      takeBack(taken);
      throw new RefusedException(faults);
    }
    others.settle(taken);
    taken.forEach(revision -> out.accept(event(revision)));
    return new Intake(floor.instant(), taken.stream().map(Revision::id).toList(), repeated);
  }

  private void refuseIfTooMany(int size) {
    if (size < 1 || size > Counter.MOST_REVISIONS) {
      throw new RefusedException(
          "revisions",
          "revisions has %d entries: give 1 to %d".formatted(size, Counter.MOST_REVISIONS));
    }
    if (others.revisions() + size > MOST_KNOWN) {
      throw new RefusedException(
          "revisions",
          "%d revisions were taken since the shop opened, and it keeps %d: begin a new shop"
              .formatted(others.revisions(), MOST_KNOWN));
    }
  }

  private Optional<? extends Revision> add(Revision revision) {
    Instant now = floor.instant();
    return revision instanceof StoreRevision store
        ? others.stores().add(store, now)
        : others.products().add((ProductRevision) revision, now);
  }

  private void takeBack(List<Revision> taken) {
    for (Revision revision : taken) { // each is the newest of its id, or follows one that goes, too
      if (revision instanceof StoreRevision) {
        others.stores().takeBack(revision.id());
      } else {
        others.products().takeBack(revision.id());
      }
    }
  }

  private ShopEvent event(Revision revision) {
    return revision instanceof StoreRevision store
        ? new ShopEvent(Topic.STORES, store.id(), floor.now(), event(store))
        : new ShopEvent(
            Topic.PRODUCTS, revision.id(), floor.now(), event((ProductRevision) revision));
  }

  private ProductRevised event(ProductRevision product) {
    Instant now = floor.instant();
    return new ProductRevised(
        TransactionRules.eventId("product " + product.number(), product.id()),
        now,
        now,
        product.id(),
        product.number(),
        product.name(),
        product.category(),
        product.brand(),
        product.supplier(),
        product.listPriceMicros(),
        product.unitCostMicros(),
        product.unitCostAssumed(),
        product.active(),
        now);
  }

  private StoreRevised event(StoreRevision store) {
    Instant now = floor.instant();
    return new StoreRevised(
        TransactionRules.eventId("store " + store.number(), store.id()),
        now,
        now,
        store.id(),
        store.number(),
        store.name(),
        store.type(),
        store.city(),
        store.postcode(),
        store.manager(),
        store.openingHours(),
        store.commissionRate(),
        store.rating(),
        store.openedAt());
  }
}
