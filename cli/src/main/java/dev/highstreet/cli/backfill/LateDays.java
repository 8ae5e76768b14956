package dev.highstreet.cli.backfill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which days to replace.
 *
 * @param closed those whose months are over, in ranges
 * @param open those with late events whose months are not: for later
 */
record LateDays(List<DayRange> closed, List<LocalDate> open) {
  LateDays {
    closed = List.copyOf(closed);
    open = List.copyOf(open);
  }

  /**
   * Days with late events, parted.
   *
   * @param openFrom the first day of the first month that is not over; empty if that is not known
   */
  static LateDays of(List<LocalDate> days, Optional<LocalDate> openFrom) {
    List<LocalDate> open =
        days.stream()
            .filter(day -> openFrom.filter(from -> !day.isBefore(from)).isPresent())
            .toList();
    return new LateDays(DayRange.covering(days.subList(0, days.size() - open.size())), open);
  }

  /** These days, whatever is late. */
  static LateDays just(DayRange days) {
    return new LateDays(List.of(days), List.of());
  }
}
