package dev.highstreet.jobs.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A calendar grain in the business zone. Days follow the calendar, so those on which the clocks
 * change have 23 or 25 hours. An hour is one of the time line: the hour that a clock change repeats
 * is two.
 */
public enum Grain {
  HOUR {
    @Override
    long period(ZonedDateTime time) {
      // by the offset of its own time: where clocks change by half an hour, the local hour would
      // last longer than one
      return time.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
    }

    @Override
    long end(long period, ZoneId zone) {
      return period + Duration.ofHours(1).toMillis();
    }

    @Override
    long firstDay(long period, ZoneId zone) {
      return Instant.ofEpochMilli(period).atZone(zone).toLocalDate().toEpochDay();
    }
  },
  DAY {
    @Override
    long period(ZonedDateTime time) {
      return time.toLocalDate().toEpochDay();
    }

    @Override
    long end(long period, ZoneId zone) {
      return startOf(LocalDate.ofEpochDay(period).plusDays(1), zone);
    }
  },
  MONTH {
    @Override
    long period(ZonedDateTime time) {
      return time.toLocalDate().withDayOfMonth(1).toEpochDay();
    }

    @Override
    long end(long period, ZoneId zone) {
      return startOf(LocalDate.ofEpochDay(period).plusMonths(1), zone);
    }
  };

  /**
   * The period that holds a time: an hour by its start in epoch milliseconds, a day or a month by
   * its first day in days since 1970-01-01.
   */
  abstract long period(ZonedDateTime time);

  /** Where a period ends, exclusive, in epoch milliseconds. */
  abstract long end(long period, ZoneId zone);

  /** The day on which a period begins, in days since 1970-01-01. */
  long firstDay(long period, ZoneId zone) {
    return period;
  }

  /** Where midnight comes twice, the day before may last until the second. */
  private static long startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant().toEpochMilli();
  }
}
