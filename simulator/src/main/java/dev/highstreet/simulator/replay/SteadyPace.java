package dev.highstreet.simulator.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Ties the shop's clock to a clock of ours, from the first time that is waited for. */
final class SteadyPace implements Pace {
  /** Lets the given time pass. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  /** Shorter waits cost more than they even out. */
  private static final long SHORTEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(1);

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final double shopNanosPerNano;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private Instant shopStart;
  private long start;

  SteadyPace(double daysPerSecond, LongSupplier nanoTime, Sleeper sleeper) {
    if (!(daysPerSecond > 0) || Double.isInfinite(daysPerSecond)) {
      throw new IllegalArgumentException(
          "days per second is %s: give a number above 0, such as 1 or 0.5"
              .formatted(daysPerSecond));
    }
    this.shopNanosPerNano = daysPerSecond * TimeUnit.DAYS.toSeconds(1);
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
  }

  @Override
  public void waitFor(Instant shopTime) throws InterruptedException {
    if (shopStart == null) {
      shopStart = shopTime;
      start = nanoTime.getAsLong();
    }
    double shopMillis =
        Duration.between(shopStart, shopTime).toMillis(); // in nanos, 292 years is most
    long due = (long) (shopMillis * NANOS_PER_MILLI / shopNanosPerNano);
    long ahead = due - (nanoTime.getAsLong() - start);
    if (ahead >= SHORTEST_SLEEP) {
      sleeper.sleep(ahead);
    }
  }
}
