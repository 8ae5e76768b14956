package dev.highstreet.dashboard.sales;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads {@code ?period=} or {@code ?from=&to=}. */
final class PeriodParameters {
  private static final String PERIODS =
      "a year (2011), a month (2011-03) or a day (2011-03-27), from 1970 to 2999";
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  /** Bars and sums of more would take long, and say little. */
  private static final int MOST_YEARS = 10;

  private PeriodParameters() {}

  /**
   * The period that an address asks for; empty where it asks for none.
   *
   * @throws WrongParameter if it is no such period, or more than one is named
   */
  static Optional<Period> read(Parameters parameters) {
    Optional<String> period = parameters.get("period");
    Optional<String> from = parameters.get("from");
    Optional<String> to = parameters.get("to");
    if (period.isPresent()) {
      if (from.isPresent() || to.isPresent()) {
        throw new WrongParameter("period", period.get(), "either period, or from with to");
      }
      return Optional.of(named(period.get()));
    }
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = day("from", from.orElse(""));
    LocalDate last = day("to", to.orElse(""));
    if (first.isAfter(last)) {
      throw new WrongParameter("from", first.toString(), "a day not after to, which is " + last);
    }
    if (last.isAfter(first.plusYears(MOST_YEARS))) {
      throw new WrongParameter(
          "to", last.toString(), "a day at most " + MOST_YEARS + " years after from, " + first);
    }
    return Optional.of(Period.between(first, last));
  }

  private static Period named(String value) {
    try {
      return switch (value.length()) {
        case 4 -> Period.year(inRange(Integer.parseInt(value), value));
        case 7 -> {
          YearMonth month = YearMonth.parse(value);
          inRange(month.getYear(), value);
          yield Period.month(month);
        }
        case 10 -> Period.day(day("period", value));
        default -> throw new WrongParameter("period", value, PERIODS);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new WrongParameter("period", value, PERIODS);
    }
  }

  private static LocalDate day(String name, String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      inRange(day.getYear(), value);
      return day;
    } catch (DateTimeException e) {
      throw new WrongParameter(
          name,
          value,
          "a day written 2011-03-27, from 1970 to 2999"
              + (name.equals("period") ? "" : ", and both from and to"));
    }
  }

  private static int inRange(int year, String value) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException(value + " is out of range");
    }
    return year;
  }
}
