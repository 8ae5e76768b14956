package dev.highstreet.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayRangeTest {
  @Test
  void daysOfOneMonthAndOfTheNextAreOneRange() {
    assertThat(DayRange.covering(days("2025-01-03", "2025-01-09", "2025-02-28", "2025-03-01")))
        .extracting(DayRange::toString)
        .containsExactly("2025-01-03 to 2025-03-01");
  }

  @Test
  void monthWithoutLateDaysIsNotBackfilled() {
    assertThat(DayRange.covering(days("2024-12-31", "2025-02-01", "2025-12-01", "2026-01-31")))
        .extracting(DayRange::toString)
        .containsExactly("2024-12-31", "2025-02-01", "2025-12-01 to 2026-01-31");
  }

  @Test
  void noDaysAreNoRange() {
    assertThat(DayRange.covering(List.of())).isEmpty();
  }

  @Test
  void firstDayComesFirst() {
    assertThatThrownBy(
            () -> new DayRange(LocalDate.parse("2025-03-02"), LocalDate.parse("2025-03-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2025-03-02 is after 2025-03-01");
  }

  @Test
  void daysOfMonthsThatAreNotOverAreLeftForLater() {
    LateDays parted =
        LateDays.of(
            days("2025-01-03", "2025-01-31", "2025-02-01", "2025-03-01"),
            Optional.of(LocalDate.parse("2025-02-01")));
    assertThat(parted.closed())
        .extracting(DayRange::toString)
        .containsExactly("2025-01-03 to 2025-01-31");
    assertThat(parted.open()).isEqualTo(days("2025-02-01", "2025-03-01"));
  }

  @Test
  void withoutALiveJobNoDayIsLeft() {
    LateDays parted = LateDays.of(days("2025-01-03"), Optional.empty());
    assertThat(parted.closed()).hasSize(1);
    assertThat(parted.open()).isEmpty();
  }

  private static List<LocalDate> days(String... days) {
    return Stream.of(days).map(LocalDate::parse).toList();
  }
}
