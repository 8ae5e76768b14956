package dev.highstreet.cli.backfill;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Days from the first to the last, in the business time zone.
 *
 * @param from the first day
 * @param to the last day
 */
record DayRange(LocalDate from, LocalDate to) {
  DayRange {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s is after %s".formatted(from, to));
    }
  }

  /**
   * The fewest ranges that hold these days, and no day of another month: a backfill reads its
   * months whole, so that days between cost nothing.
   *
   * @param days in order
   */
  static List<DayRange> covering(List<LocalDate> days) {
    List<DayRange> ranges = new ArrayList<>();
    for (LocalDate day : days) {
      int last = ranges.size() - 1;
      if (last >= 0
          && !YearMonth.from(day).isAfter(YearMonth.from(ranges.get(last).to()).plusMonths(1))) {
        ranges.set(last, new DayRange(ranges.get(last).from(), day));
      } else {
        ranges.add(new DayRange(day, day));
      }
    }
    return List.copyOf(ranges);
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }
}
