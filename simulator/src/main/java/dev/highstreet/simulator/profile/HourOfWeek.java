package dev.highstreet.simulator.profile;

/**
 * When in the week people buy.
 *
 * @param cells weight of each hour of the week, local time, Monday 00:00 first; within a weekday
 *     only the proportions count, how busy the weekday is says {@link Season}
 */
public record HourOfWeek(Origin origin, Figures cells) {
  /** Hours in a week. */
  public static final int CELLS = 168;

  /** Refuses what cannot be. */
  public HourOfWeek {
    Checks.given("hours.origin", origin);
    Checks.size("hours.cells", cells, CELLS);
    Checks.weights("hours.cells", cells);
  }
}
