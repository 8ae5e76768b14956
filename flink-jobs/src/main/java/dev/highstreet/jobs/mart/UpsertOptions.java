package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;

/**
 * When rows are written, and how long to try.
 *
 * @param maxRows rows that wait at most, over all tables of a writer
 * @param maxBytes size of their {@code bytea} values that waits at most
 * @param interval how long a row waits at most, in processing time
 * @param retryFor how long a write is tried again after errors that may pass, before the job is
 *     left to restart from its checkpoint
 */
public record UpsertOptions(int maxRows, long maxBytes, Duration interval, Duration retryFor)
    implements Serializable {
  public UpsertOptions {
    requireNonNull(interval, "interval is null");
    requireNonNull(retryFor, "retryFor is null");
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows is %d, must be at least 1".formatted(maxRows));
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is %d, must be at least 1".formatted(maxBytes));
    }
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "interval is %s, must be 1 ms or more".formatted(interval));
    }
    if (retryFor.isNegative()) {
      throw new IllegalArgumentException(
          "retryFor is %s, must not be negative".formatted(retryFor));
    }
  }

  /** 5,000 rows, 16 MiB, a quarter of a second; ten seconds of retries. */
  public static UpsertOptions defaults() {
    return new UpsertOptions(5_000, 16 << 20, Duration.ofMillis(250), Duration.ofSeconds(10));
  }
}
