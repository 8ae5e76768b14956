package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.EventId;
import dev.highstreet.jobs.event.Transaction;
import java.util.List;

/**
 * A transaction whose clocks can be believed, with the faults of its content. Faults become dead
 * letters only once it is known that the event is no repeat: a copy of a quarantined event is a
 * copy. An unsound one ends there; the faulty lines of a sound one are quarantined when it is
 * booked.
 *
 * @param arrival the transaction, and the record it came in
 * @param faults those of single lines, and at most one, the first, of the whole
 */
public record Screened(Arrival arrival, List<Fault> faults) {
  /** The transaction, as received. */
  public Transaction transaction() {
    return arrival.transaction();
  }

  /** Identity of the event. */
  public EventId eventId() {
    return arrival.eventId();
  }

  /** True if nothing of the transaction can be accepted. */
  boolean isUnsound() {
    return !faults.isEmpty() && faults.get(0).line() == 0;
  }
}
