package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * The {@link LastKnown} of each of many things, such as the pages of a list. Of those that nobody
 * has asked for lately nothing is known any more.
 *
 * @param <K> what tells them apart
 * @param <T> what is read
 */
public final class LastKnownEach<K, T> {
  private final Function<K, T> read;
  private final Duration keep;
  private final Clock clock;
  private final Cache<K, LastKnown<T>> known;

  /**
   * Reads nothing yet.
   *
   * @param read throws {@link Unavailable} where there is no answer
   * @param most how many are kept in mind
   * @param keep how long what was read is good enough
   * @param clock the wall clock
   */
  public LastKnownEach(Function<K, T> read, int most, Duration keep, Clock clock) {
    this.read = requireNonNull(read, "read is null");
    this.keep = requireNonNull(keep, "keep is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.known = Caffeine.newBuilder().maximumSize(most).build();
  }

  /** One of them; a problem where it could not be read, beside what was known of it. */
  public Panel<T> get(K which) {
    return known.get(which, name -> new LastKnown<>(() -> read.apply(name), keep, clock)).get();
  }
}
