package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.clean.Fault.Stage;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Clocks;

/**
 * The rules for any record: that it decoded, that its clocks can be believed, and, of a revision,
 * that its content is sound. Whoever reads a record, from the stream or beforehand, goes by them.
 */
public final class RecordRules {
  private RecordRules() {}

  /** What is wrong with the record, or null for a sound one. */
  public static Fault fault(Arrival arrival, Clocks clocks) {
    if (arrival.defect() != null) {
      return new Fault(
          Stage.DECODE,
          0,
          arrival.defect().unknownSchema() ? Reason.UNKNOWN_SCHEMA : Reason.UNDECODABLE,
          arrival.defect().detail());
    }
    if (clocks.outOfRange(arrival)) {
      return Fault.clean(
          0,
          Reason.TIME_OUT_OF_RANGE,
          "occurredAt %d and receivedAt %d must be from %d to %d, the years 1 to 9999"
              .formatted(
                  arrival.occurredAt(), arrival.receivedAt(), Clocks.FIRST_TIME, Clocks.LAST_TIME));
    }
    if (clocks.receivedInFuture(arrival)) {
      return Fault.clean(
          0,
          Reason.RECEIVED_IN_FUTURE,
          "receivedAt %d is more than %s after the record's own time %d"
              .formatted(arrival.receivedAt(), clocks.skew(), arrival.origin().recordTime()));
    }
    if (clocks.occurredInFuture(arrival)) {
      return Fault.clean(
          0,
          Reason.OCCURRED_IN_FUTURE,
          "occurredAt %d is more than %s after receivedAt %d"
              .formatted(arrival.occurredAt(), clocks.skew(), arrival.receivedAt()));
    }
    return arrival.revision() == null ? null : RevisionRules.fault(arrival);
  }
}
