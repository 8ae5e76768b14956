package dev.highstreet.simulator.replay;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How fast the shop's clock runs. Decides when an event is sent, never what it says. */
@FunctionalInterface
public interface Pace {
  /** Returns when the shop's clock reaches the given time; times never go back. */
  void waitFor(Instant shopTime) throws InterruptedException;

  /** As fast as events can be sent. */
  static Pace fullSpeed() {
    return shopTime -> {};
  }

  /**
   * So many days of the shop's clock in each second of ours.
   *
   * @throws IllegalArgumentException unless it is a finite number above 0
   */
  static Pace daysPerSecond(double days) {
    return new SteadyPace(days, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }
}
