package dev.highstreet.cli.letters;

import java.time.Instant;
import java.util.Optional;

/** The contract's rules for an event's clocks: they need nothing but the event and its record. */
final class EventClocks {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private EventClocks() {}

  /** What the job would find wrong; empty for clocks that can be believed. */
  static Optional<String> fault(
      Instant occurredAt, Instant receivedAt, Instant recordTime, LiveClock clock) {
    if (outOfRange(occurredAt)) {
      return Optional.of(range("occurredAt", occurredAt));
    }
    if (outOfRange(receivedAt)) {
      return Optional.of(range("receivedAt", receivedAt));
    }
    if (clock.receivedInFuture(receivedAt, recordTime)) {
      return Optional.of(
          "receivedAt is %s; it must be at most %s, which is %s after the record was written"
              .formatted(receivedAt, recordTime.plus(clock.skew()), clock.skew()));
    }
    if (clock.occurredInFuture(occurredAt, receivedAt)) {
      return Optional.of(
          "occurredAt is %s; it must be at most %s, which is %s after receivedAt"
              .formatted(occurredAt, receivedAt.plus(clock.skew()), clock.skew()));
    }
    return Optional.empty();
  }

  private static boolean outOfRange(Instant time) {
    return time.isBefore(FIRST) || time.isAfter(LAST);
  }

  private static String range(String field, Instant time) {
    return "%s is %s; it must be from %s to %s".formatted(field, time, FIRST, LAST);
  }
}
