package dev.highstreet.jobs.sales;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a backfill replaces, and the months that they are in, which it replaces as well.
 *
 * @param first the first day
 * @param last the last day
 * @param zone the business zone, which decides the day of an instant
 */
record BackfillDays(LocalDate first, LocalDate last, ZoneId zone) implements Serializable {
  BackfillDays {
    requireNonNull(first, "first is null");
    requireNonNull(last, "last is null");
    requireNonNull(zone, "zone is null");
  }

  /** The first day of the first month. */
  LocalDate firstOfMonths() {
    return first.withDayOfMonth(1);
  }

  /** The last day of the last month. */
  LocalDate lastOfMonths() {
    return last.plusMonths(1).withDayOfMonth(1).minusDays(1);
  }

  /** When the first month begins. */
  Instant monthsBegin() {
    return firstOfMonths().atStartOfDay(zone).toInstant();
  }

  /** When the last month ends: nothing of it is at that instant any more. */
  Instant monthsEnd() {
    return Instant.ofEpochMilli(Grain.MONTH.end(last.withDayOfMonth(1).toEpochDay(), zone));
  }

  /** The day of an instant, in epoch milliseconds. */
  LocalDate day(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate();
  }

  /** Whether a day is replaced. */
  boolean hold(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether a day is in a month that is replaced. */
  boolean monthsHold(LocalDate day) {
    return !day.isBefore(firstOfMonths()) && !day.isAfter(lastOfMonths());
  }
}
