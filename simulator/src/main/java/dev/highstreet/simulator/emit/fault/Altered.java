package dev.highstreet.simulator.emit.fault;

import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as it will be on the wire.
 *
 * @param event what is sent, or null where {@code bytes} are
 * @param bytes what is sent, or null where {@code event} is
 * @param flaw how far the damage goes
 * @param reason the contract's code for it; null without damage
 * @param line the line that is damaged, from 1; 0 for the whole
 * @param detail what was done, in words; empty for nothing
 */
record Altered(
    SpecificRecord event, byte[] bytes, Flaw flaw, String reason, int line, String detail) {
  private static final long LATENESS = Duration.ofDays(2).toMillis(); // the contract's default

  /** How far damage goes, by the order in which a record is checked. */
  enum Flaw {
    NONE,
    /** One line of several. */
    LINE,
    /** The whole, found only when it is booked. */
    BOOKING,
    /** The whole, found in its content: late or not, but a copy is a copy. */
    CONTENT,
    /** The record itself: found before it is known to be late or a copy. */
    RECORD
  }

  static Altered untouched(SpecificRecord event) {
    return new Altered(event, null, Flaw.NONE, null, 0, "");
  }

  /** What becomes of an event, by how long after it occurred it is received. */
  Outcome outcome(long delay) {
    return switch (flaw) {
      case NONE, LINE -> delay > LATENESS ? Outcome.LATE : Outcome.ACCEPTED;
      case BOOKING -> delay > LATENESS ? Outcome.LATE : Outcome.QUARANTINED;
      case CONTENT, RECORD -> Outcome.QUARANTINED;
    };
  }

  /**
   * What becomes of its copy.
   *
   * @param delay from occurring to being received
   * @param age from occurring to being written the second time
   */
  Outcome copyOutcome(long delay, long age) {
    if (flaw == Flaw.RECORD || delay > LATENESS) {
      return outcome(delay);
    }
    // until then the watermark cannot have passed it, wherever it stands
    return age <= LATENESS + Fate.SKEW ? Outcome.REPEATED : Outcome.REPEATED_OR_BEHIND;
  }
}
