package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of calendar days in the business zone, both ends included.
 *
 * @param kind year, month or day where it is exactly one, else a range
 * @param from first day
 * @param to last day, not before the first
 */
public record Period(Kind kind, LocalDate from, LocalDate to) {
  /** What a period is, and so what comes before and after it. */
  public enum Kind {
    YEAR,
    MONTH,
    DAY,
    RANGE
  }

  public Period {
    requireNonNull(kind, "kind is null");
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from is " + from + ", after to, which is " + to);
    }
  }

  /** A calendar year. */
  public static Period year(int year) {
    return new Period(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** A calendar month. */
  public static Period month(YearMonth month) {
    return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
  }

  /** One day. */
  public static Period day(LocalDate day) {
    return new Period(Kind.DAY, day, day);
  }

  /** Any days; exactly one year, month or day is recognised as such. */
  public static Period between(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return day(from);
    }
    if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth())) {
      return month(YearMonth.from(from));
    }
    if (from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31))) {
      return year(from.getYear());
    }
    return new Period(Kind.RANGE, from, to);
  }

  /** How many days it has. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Whether a day belongs to it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The one before: of a range, as many days. */
  public Period previous() {
    return switch (kind) {
      case YEAR -> year(from.getYear() - 1);
      case MONTH -> month(YearMonth.from(from).minusMonths(1));
      case DAY -> day(from.minusDays(1));
      case RANGE -> new Period(Kind.RANGE, from.minusDays(days()), from.minusDays(1));
    };
  }

  /** The one after: of a range, as many days. */
  public Period next() {
    return switch (kind) {
      case YEAR -> year(from.getYear() + 1);
      case MONTH -> month(YearMonth.from(from).plusMonths(1));
      case DAY -> day(from.plusDays(1));
      case RANGE -> new Period(Kind.RANGE, to.plusDays(1), to.plusDays(days()));
    };
  }

  /**
   * The part of the previous period that compares with this one up to a day: as many days, or all
   * of it when all of this one is over.
   */
  public Period previousUpTo(LocalDate day) {
    Period before = previous();
    if (!day.isBefore(to)) {
      return before;
    }
    LocalDate end = before.from.plusDays(ChronoUnit.DAYS.between(from, day));
    return end.isAfter(before.to) ? before : between(before.from, end);
  }

  /** {@code 2025}, {@code December 2025}, {@code Sat 13 Dec 2025}, {@code 5 Nov – 13 Dec 2025}. */
  public String title() {
    return switch (kind) {
      case YEAR -> String.valueOf(from.getYear());
      case MONTH -> Format.month(from);
      case DAY -> Format.day(from);
      case RANGE -> span() + " " + to.getYear();
    };
  }

  /** Short, for a comparison: {@code 2024}, {@code Nov 2025}, {@code 1–13 Nov}. */
  public String shortTitle() {
    return switch (kind) {
      case YEAR -> String.valueOf(from.getYear());
      case MONTH -> Format.shortMonth(from);
      case DAY -> Format.shortDay(from);
      case RANGE -> span();
    };
  }

  private String span() {
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return from.getDayOfMonth() + "–" + Format.shortDay(to);
    }
    String start = Format.shortDay(from);
    return (from.getYear() == to.getYear() ? start : start + " " + from.getYear())
        + " – "
        + Format.shortDay(to);
  }

  /** As it is written in an address: {@code period=2025-12} or {@code from=…&to=…}. */
  public String address() {
    return switch (kind) {
      case YEAR -> "period=%04d".formatted(from.getYear());
      case MONTH -> "period=" + YearMonth.from(from);
      case DAY -> "period=" + from;
      case RANGE -> "from=" + from + "&to=" + to;
    };
  }

  /** The moment it begins. */
  public Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The moment it ends, which is the first that does not belong to it. */
  public Instant end(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The part of it that is not after a day; empty if all of it is. */
  public Optional<Period> until(LocalDate day) {
    if (day.isBefore(from)) {
      return Optional.empty();
    }
    return Optional.of(day.isBefore(to) ? between(from, day) : this);
  }
}
