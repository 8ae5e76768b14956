package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import java.util.Comparator;

/**
 * A record on its way.
 *
 * @param due when it is written, milliseconds since 1970, UTC; never before it is received
 * @param receivedAt the time of the record
 * @param isCopy whether it is the second of two
 */
record Held(
    long due,
    EventId eventId,
    boolean isCopy,
    Topic topic,
    String key,
    long receivedAt,
    Altered content) {
  /** In the order of being written; one order, whatever the order of the calls. */
  static final Comparator<Held> IN_ORDER =
      Comparator.comparingLong(Held::due)
          .thenComparing(Held::eventId)
          .thenComparing(Held::isCopy)
          .thenComparing(Held::topic);
}
