package dev.highstreet.jobs.event;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * The rules of time, which a live run and a backfill share. Lateness is a property of the record
 * alone, so both agree on it.
 *
 * <p>The watermark is {@code max(receivedAt) − lateness − skew − 1 ms}: as a collector's receivedAt
 * goes back by at most the skew, an event that is not late can never be behind it.
 *
 * @param lateness how long after it occurred an event may be received and still be on time
 * @param skew how far two clocks may be apart
 */
public record Clocks(Duration lateness, Duration skew) implements Serializable {
  /** The start of the year 1, epoch milliseconds: earlier times are no shop's. */
  public static final long FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

  /** The end of the year 9999, epoch milliseconds: calendars and tables go wrong far beyond it. */
  public static final long LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private static final Duration LONGEST = Duration.ofDays(36_500);

  public Clocks {
    requireNonNull(lateness, "lateness is null");
    requireNonNull(skew, "skew is null");
    if (lateness.isNegative() || skew.isNegative()) {
      throw new IllegalArgumentException(
          "lateness %s and skew %s must not be negative".formatted(lateness, skew));
    }
    if (lateness.compareTo(LONGEST) > 0 || skew.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "lateness %s and skew %s must be at most %s, which is a hundred years"
              .formatted(lateness, skew, LONGEST));
    }
  }

  /** The same rules, but that nothing is late. */
  public Clocks withNothingLate() {
    return new Clocks(LONGEST, skew);
  }

  /** Occurred or received outside the years 1 to 9999. */
  public boolean outOfRange(Arrival arrival) {
    return outOfRange(arrival.occurredAt()) || outOfRange(arrival.receivedAt());
  }

  /** Occurred later than received, by more than clocks may differ. */
  public boolean occurredInFuture(Arrival arrival) {
    return arrival.occurredAt() > after(arrival.receivedAt(), skew);
  }

  /** Received later than Kafka wrote it, by more than clocks may differ: a broken clock. */
  public boolean receivedInFuture(Arrival arrival) {
    return arrival.receivedAt() > after(arrival.origin().recordTime(), skew);
  }

  /** Received too long after it occurred. */
  public boolean late(Arrival arrival) {
    return arrival.occurredAt() < before(arrival.receivedAt(), lateness);
  }

  /** The watermark after an event with this greatest receivedAt, epoch milliseconds. */
  public long watermark(long greatestReceivedAt) {
    return before(greatestReceivedAt, lateness.plus(skew).plusMillis(1));
  }

  /**
   * True if the arrival may move time: it decoded, and its clocks can be believed. A broken clock
   * would otherwise carry everyone's time away.
   */
  public boolean carriesTime(Arrival arrival) {
    return arrival.defect() == null
        && !outOfRange(arrival)
        && !receivedInFuture(arrival)
        && !occurredInFuture(arrival);
  }

  private static boolean outOfRange(long millis) {
    return millis < FIRST_TIME || millis > LAST_TIME;
  }

  // A record may claim any time, so sums stop at the ends of the range: one that wrapped round
  // would make the watermark leap ahead, and all that follows would be behind it.

  private static long after(long millis, Duration time) {
    long sum = millis + time.toMillis();
    return sum < millis ? Long.MAX_VALUE : sum;
  }

  private static long before(long millis, Duration time) {
    long difference = millis - time.toMillis();
    return difference > millis ? Long.MIN_VALUE : difference;
  }
}
