package dev.highstreet.simulator.calibrate.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The week of the real and of the simulated shop, by hour, on one scale.
 *
 * @param figure what is said around them
 * @param real a row a weekday
 * @param simulated a row a weekday
 */
public record HeatMaps(Figure figure, List<Day> real, List<Day> simulated) {
  /**
   * A weekday.
   *
   * @param name its short name
   * @param hours how busy each hour is, 0 to 100 % of the busiest of all
   */
  public record Day(String name, List<Integer> hours) {
    /** Keeps a copy. */
    public Day {
      hours = List.copyOf(hours);
    }
  }

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final int HOURS = 24;

  /** Keeps copies. */
  public HeatMaps {
    real = List.copyOf(real);
    simulated = List.copyOf(simulated);
  }

  static List<Day> days(double[] cells, double busiest) {
    List<Day> days = new ArrayList<>();
    for (int day = 0; day < DAYS.size(); day++) {
      List<Integer> hours = new ArrayList<>();
      for (int hour = 0; hour < HOURS; hour++) {
        hours.add((int) Math.round(100 * cells[day * HOURS + hour] / busiest));
      }
      days.add(new Day(DAYS.get(day), hours));
    }
    return days;
  }
}
