package dev.highstreet.simulator.browsing;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.simulator.engine.Happening;

/**
 * Somebody comes into a shop; who it is, nobody knows before the till.
 *
 * @param entity of the order that it is for, or that it is near to
 * @param counter 0 for the visit that leads to the order, then 1, 2, …
 */
record Visit(Sessions sessions, String id, int shop, long entity, int counter)
    implements Happening {
  private static final int VISIT = "visit".hashCode();

  @Override
  public void happen(long now) {
    sessions.emit(
        VISIT, entity, counter, id, null, shop, ActivityKind.STORE_VISITED, null, null, null);
  }
}
