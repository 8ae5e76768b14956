package dev.highstreet.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The bank holidays of England and Wales, by today's rules for any year (Banking and Financial
 * Dealings Act 1971 and the proclamations since 1978), without the ones proclaimed once. Easter is
 * found with the anonymous Gregorian algorithm (Meeus, Jones, Butcher: Meeus, Astronomical
 * Algorithms, chapter 8).
 */
public final class BankHolidays {
  private BankHolidays() {}

  /** Whether banks are closed, and most shops. */
  public static boolean isHoliday(LocalDate day) {
    return switch (day.getMonth()) {
      case JANUARY -> day.equals(workdayFrom(LocalDate.of(day.getYear(), 1, 1)));
      case MARCH, APRIL -> isAroundEaster(day);
      case MAY -> isMonday(day) && (day.getDayOfMonth() <= 7 || day.getDayOfMonth() > 24);
      case AUGUST -> isMonday(day) && day.getDayOfMonth() > 24;
      case DECEMBER -> isChristmas(day);
      default -> false;
    };
  }

  /** Whether it is Christmas Day or Easter Sunday, on which large shops must not open. */
  public static boolean isClosedByLaw(LocalDate day) {
    return (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 25)
        || day.equals(easterSunday(day.getYear()));
  }

  /** Easter Sunday of a year of the Gregorian calendar. */
  public static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }

  private static boolean isAroundEaster(LocalDate day) {
    LocalDate easter = easterSunday(day.getYear());
    return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
  }

  private static boolean isChristmas(LocalDate day) {
    LocalDate christmas = LocalDate.of(day.getYear(), 12, 25);
    LocalDate boxing = LocalDate.of(day.getYear(), 12, 26);
    if ((day.equals(christmas) || day.equals(boxing)) && !isWeekend(day)) {
      return true;
    }
    // what falls on a weekend is made up for on the Monday and Tuesday that follow
    return switch (christmas.getDayOfWeek()) {
      case FRIDAY -> day.getDayOfMonth() == 28;
      case SATURDAY -> day.getDayOfMonth() == 27 || day.getDayOfMonth() == 28;
      case SUNDAY -> day.getDayOfMonth() == 27;
      default -> false;
    };
  }

  private static LocalDate workdayFrom(LocalDate day) {
    return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
  }

  private static boolean isMonday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.MONDAY;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
