package dev.highstreet.cli.send;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is sent again: what the receiver asks for, else half a second,
 * doubled each time up to half a minute, of which up to half is left off at random, so that many
 * senders do not come back at once.
 *
 * @param attempts how often something is sent at most
 */
record Backoff(int attempts) {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A receiver that asks for more is not waited for. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * The wait before the next attempt; empty if there is to be none.
   *
   * @param failed attempts so far
   * @param asked what the receiver asks for
   */
  Optional<Duration> after(int failed, Optional<Duration> asked, RandomGenerator random) {
    if (failed >= attempts) {
      return Optional.empty();
    }
    if (asked.isPresent()) {
      return asked.filter(wait -> wait.compareTo(PATIENCE) <= 0);
    }
    long doubled = FIRST.toMillis() << Math.min(failed - 1, 10);
    long most = Math.min(doubled, LONGEST.toMillis());
    return Optional.of(Duration.ofMillis(random.nextLong(most / 2, most + 1)));
  }

  /**
   * Reads {@code Retry-After}: seconds, or a date as HTTP writes it; empty if it is neither.
   *
   * @param now by our clock
   */
  static Optional<Duration> asked(String header, Instant now) {
    try {
      if (header.matches("[0-9]{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
      }
      Instant then = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
