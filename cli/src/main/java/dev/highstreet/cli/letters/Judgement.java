package dev.highstreet.cli.letters;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.WireException;
import dev.highstreet.schemas.inspect.Printable;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Whether the original bytes of a letter are worth sending again, by what can be known here: the
 * codec is at hand, the rules for content are the job's.
 *
 * @param event what the bytes hold; null where they do not decode
 * @param verdict whether to send them
 * @param why a sentence
 */
record Judgement(SpecificRecord event, Verdict verdict, String why) {
  private static final String BACKFILL =
      "; once its products and its store are published, backfill its day";

  private static final int OCCURRED_AT = 1; // where every event has them: a rule of the contract
  private static final int RECEIVED_AT = 2;

  /** Whether to send the bytes as they are. */
  enum Verdict {
    /** What was wrong is wrong no longer. */
    VALID_NOW,
    /** Nobody here can tell: they are sent if somebody asks for this letter, or this reason. */
    NOT_KNOWN,
    /** They would be quarantined again, or count as repeated. */
    IN_VAIN
  }

  /** Judges by the codec of this build, and by the rules of time of the live run. */
  static Judgement of(Letter letter, EventDecoder decoder, LiveClock clock) {
    SpecificRecord event;
    try {
      event = decoder.decode(letter.bytes());
    } catch (WireException e) {
      return inVain(null, "it still does not decode: " + Printable.text(e.getMessage()));
    }
    if (event instanceof ClockTick
        || !letter.place().topic().event().orElseThrow().isInstance(event)) {
      return inVain(
          event,
          "%s does not belong on %s"
              .formatted(event.getSchema().getName(), letter.place().topic().topicName()));
    }
    Optional<Letter.Fault> whole = letter.whole();
    if (whole.isEmpty()) {
      boolean missing = letter.faults().stream().anyMatch(fault -> fault.stage().equals("ENRICH"));
      return inVain(
          event,
          "the rest of it was accepted, and under its id it would count as repeated"
              + (missing ? BACKFILL : ""));
    }
    if (whole.get().stage().equals("ENRICH")) {
      return inVain(event, "its id has passed, so it would count as repeated" + BACKFILL);
    }
    return clocks(event, letter, clock)
        .orElseGet(
            () ->
                whole.get().stage().equals("DECODE")
                    ? new Judgement(
                        event,
                        Verdict.VALID_NOW,
                        "it decodes now, as " + event.getSchema().getName())
                    : new Judgement(
                        event,
                        Verdict.NOT_KNOWN,
                        "its content broke a rule of the job (%s): unless the job's rules have"
                                .formatted(letter.reasons())
                            + " changed, it counts as repeated, or is quarantined again"));
  }

  private static Optional<Judgement> clocks(SpecificRecord event, Letter letter, LiveClock clock) {
    Instant occurredAt = occurredAt(event);
    Instant receivedAt = receivedAt(event);
    return EventClocks.fault(occurredAt, receivedAt, letter.recordTime(), clock)
        .map(fault -> inVain(event, "its clocks cannot be believed: " + fault));
  }

  static Instant occurredAt(SpecificRecord event) {
    return (Instant) event.get(OCCURRED_AT);
  }

  static Instant receivedAt(SpecificRecord event) {
    return (Instant) event.get(RECEIVED_AT);
  }

  private static Judgement inVain(SpecificRecord event, String why) {
    return new Judgement(event, Verdict.IN_VAIN, why);
  }
}
