package dev.highstreet.testsupport;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what another thread or process will do; asks again and again, up to a bound. */
public final class Eventually {
  private static final long PAUSE_MILLIS = 50;

  private Eventually() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param what is waited for, as the end of a sentence: "a TaskManager to register"
   * @param condition asked about 20 times a second; an exception of it ends the wait
   * @param otherwise what to add to the message when the time is over
   * @throws AssertionError if the condition does not hold within the time given
   */
  public static void wait(
      Duration within, String what, Callable<Boolean> condition, Supplier<String> otherwise)
      throws Exception {
    long deadline = System.nanoTime() + within.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Waited %s for %s. %s".formatted(within, what, otherwise.get()).strip());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** The same, with nothing to add. */
  public static void wait(Duration within, String what, Callable<Boolean> condition)
      throws Exception {
    wait(within, what, condition, () -> "");
  }
}
