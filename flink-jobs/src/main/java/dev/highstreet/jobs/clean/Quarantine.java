package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.ledger.LedgerStream;
import dev.highstreet.jobs.ledger.Tally;
import dev.highstreet.jobs.ledger.Tally.Outcome;
import java.util.List;
import org.apache.flink.util.OutputTag;

/** Writes dead letters and their tallies, the same way at every stage. */
public final class Quarantine {
  /** Bytes of a key that are worth repeating on every letter of a record. */
  static final int SHORT_KEY = 1_000;

  /** A side output of whichever function is quarantining. */
  public interface SideOutput {
    /** Emits by the given way. */
    <T> void emit(OutputTag<T> way, T value);
  }

  private Quarantine() {}

  /**
   * Writes a letter for each fault; the first one carries the bytes, and a long key.
   *
   * @param faults all faults of the record, in the order of their lines
   */
  public static void quarantine(Arrival arrival, List<Fault> faults, SideOutput out) {
    boolean first = true;
    for (Fault fault : faults) {
      out.emit(
          WaysOut.DEAD_LETTERS,
          new DeadLetter(
              arrival.origin(),
              fault.line(),
              fault.stage(),
              fault.reason(),
              fault.detail(),
              arrival.eventId(),
              arrival.eventId() == null ? null : arrival.occurredAt(),
              first || isShort(arrival.key()) ? arrival.key() : null,
              first ? arrival.bytes() : null));
      first = false;
      String topic = arrival.origin().topic();
      String reason = fault.reason().name();
      out.emit(
          LedgerStream.TALLIES,
          fault.line() == 0
              ? new Tally(topic, Outcome.QUARANTINED, reason, 1, 0)
              : new Tally(topic, Outcome.LINE_QUARANTINED, reason, 0, 1));
    }
  }

  private static boolean isShort(byte[] key) {
    return key == null || key.length <= SHORT_KEY;
  }
}
