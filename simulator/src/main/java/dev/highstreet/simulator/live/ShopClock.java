package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The shop's clock, tied to a clock of ours. It never goes back, and keeps its time when its speed
 * changes. Any thread may read and set it.
 */
public final class ShopClock {
  /** The fastest that it can run: a year in about five minutes. */
  public static final double FASTEST = 100_000;

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final LongSupplier nanoTime;
  private Instant shopThen;
  private long then;
  private double speed;
  private boolean started;
  private boolean paused;

  /**
   * A clock that stands until it is {@linkplain #start started}.
   *
   * @param start what it shows
   * @param speed seconds of the shop's in a second of ours; 1 is real time
   * @throws IllegalArgumentException unless the speed is above 0 and at most {@link #FASTEST}
   */
  public ShopClock(Instant start, double speed) {
    this(start, speed, System::nanoTime);
  }

  ShopClock(Instant start, double speed, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.shopThen = requireNonNull(start, "start is null");
    this.then = nanoTime.getAsLong();
    this.speed = checked(speed);
  }

  /** Refuses a speed that no clock can run at. */
  public static double checked(double speed) {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "speed is %s: give a number above 0 and up to %,.0f, such as 1 for real time or 3600 for an hour each second"
              .formatted(speed, FASTEST));
    }
    return speed;
  }

  /** The shop's time, to the millisecond. */
  public synchronized Instant now() {
    if (paused || !started) {
      return shopThen;
    }
    double passed = (nanoTime.getAsLong() - then) * speed / NANOS_PER_MILLI;
    return shopThen.plusMillis((long) passed);
  }

  /** Seconds of the shop's in a second of ours, also while it is paused. */
  public synchronized double speed() {
    return speed;
  }

  /** Whether it stands still. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /**
   * Runs on at another speed; a paused clock stays so.
   *
   * @throws IllegalArgumentException unless it is above 0 and at most {@link #FASTEST}
   */
  public synchronized void setSpeed(double newSpeed) {
    double next = checked(newSpeed);
    settle();
    speed = next;
  }

  /** Begins to run, unless it is paused. */
  public synchronized void start() {
    settle();
    started = true;
  }

  /** Stands still. */
  public synchronized void pause() {
    settle();
    paused = true;
  }

  /** Runs on from where it stood still. */
  public synchronized void resume() {
    settle();
    paused = false;
  }

  private void settle() {
    shopThen = now();
    then = nanoTime.getAsLong();
  }
}
