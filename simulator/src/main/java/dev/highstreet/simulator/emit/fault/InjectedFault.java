package dev.highstreet.simulator.emit.fault;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * All that befalls one event on its way, and what a correct pipeline makes of it, by the contract's
 * defaults: 48 hours to be late, 5 minutes between two clocks.
 *
 * @param eventId of the event as it truly is
 * @param topic where it is sent
 * @param key its key in that topic, never damaged
 * @param occurredAt when it truly occurred, milliseconds since 1970, UTC
 * @param receivedAt when the collector received it, which is the time of its record, milliseconds
 *     since 1970, UTC
 * @param kinds one or more, and at most one that is damaging
 * @param detail what was done, in words
 * @param outcome what becomes of it; of the first copy if there are two
 * @param reason the contract's code of what is quarantined, the record or the line; of a late event
 *     that of what will be, once a backfill includes it; null where nothing is
 * @param line the line that is quarantined, from 1; 0 where the record is, or nothing is. An event
 *     whose only line it is ends as {@code NO_LINES_LEFT}
 * @param copyOutcome what becomes of the second copy; null where there is none
 */
public record InjectedFault(
    EventId eventId,
    Topic topic,
    String key,
    long occurredAt,
    long receivedAt,
    Set<FaultKind> kinds,
    String detail,
    Outcome outcome,
    String reason,
    int line,
    Outcome copyOutcome) {
  /** What a correct pipeline makes of a record. */
  public enum Outcome {
    /** Accepted; a single line of it may be quarantined all the same. */
    ACCEPTED,
    /**
     * Set aside for its time, and kept for a backfill. That finds it accepted; or, by its reason
     * and line, without a line, or quarantined as a whole.
     */
    LATE,
    /** Known by its event id, and dropped. */
    REPEATED,
    /**
     * A copy from so long ago that its id may have been forgotten: repeated or behind, as the
     * watermark has it. A backfill, which forgets none, finds it repeated.
     */
    REPEATED_OR_BEHIND,
    /** Kept aside with a reason. */
    QUARANTINED
  }

  /** Refuses what is incomplete. */
  public InjectedFault {
    requireNonNull(eventId, "eventId is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(key, "key is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(outcome, "outcome is null");
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  /** Records on the wire: 1 or 2. */
  public int copies() {
    return copyOutcome == null ? 1 : 2;
  }
}
