package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * A stop of the pace slider.
 *
 * @param speed seconds of the shop's in a second of ours
 * @param words what that means
 */
public record Pace(double speed, String words) {
  /** All stops, the slowest first. */
  public static final List<Pace> STOPS =
      List.of(
          new Pace(1, "real time"),
          new Pace(10, "10 seconds each second"),
          new Pace(60, "a minute each second"),
          new Pace(600, "10 minutes each second"),
          new Pace(3_600, "an hour each second"),
          new Pace(21_600, "6 hours each second"),
          new Pace(86_400, "a day each second"),
          new Pace(100_000, "as fast as it goes"));

  public Pace {
    requireNonNull(words, "words is null");
  }

  /** The stop that is nearest to a speed, from 0. */
  public static int nearest(double speed) {
    int nearest = 0;
    for (int i = 1; i < STOPS.size(); i++) {
      if (distance(i, speed) < distance(nearest, speed)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** A pace looks twice as fast at twice the speed. */
  private static double distance(int stop, double speed) {
    return Math.abs(Math.log(STOPS.get(stop).speed() / speed));
  }

  /** A speed in words: those of its stop, or the number. */
  public static String words(double speed) {
    return STOPS.stream()
        .filter(stop -> stop.speed() == speed)
        .map(Pace::words)
        .findFirst()
        .orElseGet(
            () ->
                BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString()
                    + " seconds each second");
  }
}
