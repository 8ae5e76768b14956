package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Keeps what was read last for a while, so that several viewers ask a server once.
 *
 * @param <T> what is read
 */
public final class Cached<T> implements Supplier<T> {
  private final Supplier<T> read;
  private final Duration keep;
  private final Clock clock;
  private T value;
  private Instant until = Instant.MIN;

  /**
   * Reads nothing yet.
   *
   * @param keep how long what was read is good enough
   */
  public Cached(Supplier<T> read, Duration keep, Clock clock) {
    this.read = requireNonNull(read, "read is null");
    this.keep = requireNonNull(keep, "keep is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public synchronized T get() {
    if (!clock.instant().isBefore(until)) {
      value = read.get();
      until = clock.instant().plus(keep);
    }
    return value;
  }
}
