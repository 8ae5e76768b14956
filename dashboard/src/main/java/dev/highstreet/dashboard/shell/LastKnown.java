package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Keeps what was read last for a while, so that several viewers ask a server once; and when it
 * gives no answer, says since when, beside what it said last. It is asked again whenever a viewer
 * wants to know, so a panel recovers by itself.
 *
 * @param <T> what is read
 */
public final class LastKnown<T> implements Supplier<Panel<T>> {
  private final Supplier<T> read;
  private final Silence silence;
  private final Clock clock;
  private final Cached<Panel<T>> newest;
  private T value;
  private Instant readAt;

  /**
   * Reads nothing yet.
   *
   * @param read throws {@link Unavailable} where there is no answer
   * @param keep how long what was read is good enough
   * @param clock the wall clock
   */
  public LastKnown(Supplier<T> read, Duration keep, Clock clock) {
    this.read = requireNonNull(read, "read is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.silence = new Silence(clock);
    this.newest = new Cached<>(this::ask, keep, clock);
  }

  @Override
  public Panel<T> get() {
    return newest.get();
  }

  // under the lock of the cache
  private Panel<T> ask() {
    Panel<T> asked = Panel.of(read);
    if (asked.problem() == null) {
      silence.ends();
      value = asked.value();
      readAt = clock.instant();
      return asked;
    }
    Problem dated = silence.goesOn(asked.problem());
    // the server's own word on since when it is silent is the older one
    Problem problem = asked.problem().since().isPresent() ? asked.problem() : dated;
    return Panel.during(problem, value, readAt);
  }
}
