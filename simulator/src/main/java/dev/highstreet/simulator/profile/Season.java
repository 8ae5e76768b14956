package dev.highstreet.simulator.profile;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * How busy the shop is from day to day. A day's business is months × weekdays × a gamma draw of
 * mean 1; the mean over the fitted period is about 1, so that a business day is an average day.
 *
 * @param months index of each calendar month, January first; none below 0
 * @param weekdays index of each weekday, Monday first; none below 0; 0 where the shop is closed
 * @param closed days on which the shop is closed every year, such as --12-25
 * @param dayVariance squared coefficient of variation of single days, 0 to 4
 */
public record Season(
    Origin origin, Figures months, Figures weekdays, double dayVariance, List<String> closed) {
  /** Refuses what cannot be. */
  public Season {
    Checks.given("season.origin", origin);
    Checks.size("season.months", months, 12);
    Checks.weights("season.months", months);
    Checks.size("season.weekdays", weekdays, 7);
    Checks.weights("season.weekdays", weekdays);
    Checks.between("season.dayVariance", dayVariance, 0, 4);
    Checks.size("season.closed", closed, 0, 365);
    closed = List.copyOf(closed);
    for (String day : closed) {
      try {
        MonthDay.parse(day);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "profile: season.closed holds \"%s\": give month and day, such as --12-25"
                .formatted(day),
            e);
      }
    }
  }

  /** How long a day is but for its mood: month × weekday, 0 if the shop is closed. */
  public double index(LocalDate date) {
    return months.at(date.getMonthValue() - 1) * openness(date);
  }

  /** The index of the weekday alone, 0 if the shop is closed. */
  public double openness(LocalDate date) {
    if (!closed.isEmpty() && closed.contains(MonthDay.from(date).toString())) {
      return 0;
    }
    return weekdays.at(date.getDayOfWeek().getValue() - 1);
  }
}
