package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.shell.Silence;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * What the Dashboard page showed last, of each filter: where something cannot be read, it is shown
 * beside the problem. A page is read as a whole, so that its panels agree with each other.
 */
final class KnownSales {
  private static final int FILTERS = 50;

  /** A page of which everything could be read, and when that was. */
  private record Whole(SalesView view, Instant readAt) {}

  /** What is known of one filter: its last whole page, null before the first. */
  private static final class Memory {
    private final Silence silence;
    private volatile Whole whole;

    Memory(Clock clock) {
      this.silence = new Silence(clock);
    }
  }

  private final Function<SalesFilter, SalesView> read;
  private final Clock clock;
  private final Cache<SalesFilter, Memory> known =
      Caffeine.newBuilder().maximumSize(FILTERS).build();

  /**
   * Reads nothing yet.
   *
   * @param read never throws {@link dev.highstreet.dashboard.shell.Unavailable}: its panels say so
   * @param clock the wall clock
   */
  KnownSales(Function<SalesFilter, SalesView> read, Clock clock) {
    this.read = requireNonNull(read, "read is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The page as it is now, as far as it can be read, and as it was known where it cannot. */
  SalesView get(SalesFilter filter) {
    Memory memory = known.get(filter, asked -> new Memory(clock));
    SalesView now = read.apply(filter);
    if (now.whole()) {
      memory.silence.ends();
      memory.whole = new Whole(now, clock.instant());
      return now;
    }
    SalesView dated = now.dated(memory.silence);
    Whole before = memory.whole;
    if (before == null) {
      return dated;
    }
    return dated.problem() == null
        ? dated.orKnown(before.view(), before.readAt())
        : before.view().during(dated.problem(), before.readAt());
  }
}
