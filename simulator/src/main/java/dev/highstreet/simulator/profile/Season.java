package dev.highstreet.simulator.profile;

/**
 * How busy the shop is from day to day. A day's business is months × weekdays × a gamma draw of
 * mean 1; the mean over the fitted period is about 1, so that a business day is an average day.
 *
 * @param months index of each calendar month, January first; none below 0
 * @param weekdays index of each weekday, Monday first; none below 0; 0 where the shop is closed
 * @param dayVariance squared coefficient of variation of single days, 0 to 4
 */
public record Season(Origin origin, Figures months, Figures weekdays, double dayVariance) {
  /** Refuses what cannot be. */
  public Season {
    Checks.given("season.origin", origin);
    Checks.size("season.months", months, 12);
    Checks.weights("season.months", months);
    Checks.size("season.weekdays", weekdays, 7);
    Checks.weights("season.weekdays", weekdays);
    Checks.between("season.dayVariance", dayVariance, 0, 4);
  }
}
