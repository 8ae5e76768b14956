package dev.highstreet.jobs.ledger;

/**
 * What was decided about some records of a topic.
 *
 * @param topic name of the Kafka topic
 * @param outcome what was decided
 * @param reason code of the quarantine; empty elsewhere
 * @param events how many records
 * @param lines how many of their lines: of accepted transactions, and faulty ones one by one
 */
public record Tally(String topic, Outcome outcome, String reason, long events, long lines) {

  /** The ends a record can come to. */
  public enum Outcome {
    ACCEPTED,
    LATE,
    BEHIND,
    REPEATED,
    QUARANTINED,
    /** A faulty line; its record is counted elsewhere. */
    LINE_QUARANTINED,
    /** A tick of the shop's clock, no event. */
    TICK,
    /** Of a backfill: read on the way, and not what it is about. */
    OUTSIDE
  }

  /** One record, with no lines to count. */
  public static Tally event(String topic, Outcome outcome) {
    return new Tally(topic, outcome, "", 1, 0);
  }
}
