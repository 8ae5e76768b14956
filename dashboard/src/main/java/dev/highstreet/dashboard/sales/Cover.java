package dev.highstreet.dashboard.sales;

import java.time.LocalDate;

/**
 * A period cut into whole months and the days around them. Additive measures may be read from the
 * monthly mart for the months and from the daily one for the rest: far fewer rows for a year.
 *
 * @param from first day
 * @param monthsFrom first whole month; days before it are read one by one
 * @param monthsTo the month after the last whole one; days from it on are read one by one
 * @param end the day after the last
 */
record Cover(LocalDate from, LocalDate monthsFrom, LocalDate monthsTo, LocalDate end) {
  static Cover of(Period period) {
    LocalDate from = period.from();
    LocalDate end = period.to().plusDays(1);
    LocalDate monthsFrom = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    LocalDate monthsTo = end.withDayOfMonth(1);
    return monthsFrom.isBefore(monthsTo)
        ? new Cover(from, monthsFrom, monthsTo, end)
        : new Cover(from, from, from, end);
  }
}
