package dev.highstreet.dashboard.intake;

import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.schemas.StoreRevised;
import java.util.Optional;

/** Stores, as a numbering sees them: without event ids and times but that of their opening. */
final class StoreShape implements Numbering.Shape<StoreRevised> {
  @Override
  public String id(StoreRevised store) {
    return store.getStoreId();
  }

  @Override
  public int number(StoreRevised store) {
    return store.getRevision();
  }

  @Override
  public StoreRevised as(StoreRevised store, int number) {
    return StoreRevised.newBuilder(store).setRevision(number).build();
  }

  @Override
  public StoreRevised after(StoreRevised store, StoreRevised before) {
    return before != null && store.getOpenedAt().equals(Till.WHEN_TAKEN)
        ? StoreRevised.newBuilder(store).setOpenedAt(before.getOpenedAt()).build()
        : store;
  }

  @Override
  public Optional<FieldProblem> fault(String place, StoreRevised store, StoreRevised before) {
    return before == null || before.getType() == store.getType()
        ? Optional.empty()
        : Optional.of(
            new FieldProblem(
                place + ".type",
                store.getType().name(),
                before.getType() + ", as a store never changes its type"));
  }
}
