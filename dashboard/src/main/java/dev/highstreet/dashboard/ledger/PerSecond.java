package dev.highstreet.dashboard.ledger;

/**
 * Events (of lines: lines) per second, whole.
 *
 * @param produced written to Kafka
 * @param counted read by the job
 * @param accepted passed on by it
 * @param lines of the accepted ones
 */
public record PerSecond(long produced, long counted, long accepted, long lines) {
  /** Nothing moves. */
  public static final PerSecond NONE = new PerSecond(0, 0, 0, 0);
}
