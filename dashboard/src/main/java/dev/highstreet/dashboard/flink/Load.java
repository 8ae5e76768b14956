package dev.highstreet.dashboard.flink;

import static java.util.Objects.requireNonNull;

/**
 * How hard a job works, by the part of its time that its tasks spent so since it was asked last.
 *
 * @param busyPercent of the busiest task's time, 0 to 100
 * @param busiest name of that task
 * @param backPressuredPercent of the time of the task that waited most for those after it
 */
public record Load(int busyPercent, String busiest, int backPressuredPercent) {
  public Load {
    requireNonNull(busiest, "busiest is null");
    requirePercent(busyPercent, "busyPercent");
    requirePercent(backPressuredPercent, "backPressuredPercent");
  }

  private static void requirePercent(int value, String name) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(name + " is " + value + ", but must be 0 to 100");
    }
  }
}
