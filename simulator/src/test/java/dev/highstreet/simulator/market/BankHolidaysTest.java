package dev.highstreet.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the lists that gov.uk gives for England and Wales. */
class BankHolidaysTest {
  @Test
  void holidaysOf2024() {
    assertThat(in(2024))
        .containsExactly(
            "2024-01-01",
            "2024-03-29",
            "2024-04-01",
            "2024-05-06",
            "2024-05-27",
            "2024-08-26",
            "2024-12-25",
            "2024-12-26");
  }

  @Test
  void christmasOnASaturdayMovesBothHolidays() {
    assertThat(in(2021))
        .containsExactly(
            "2021-01-01",
            "2021-04-02",
            "2021-04-05",
            "2021-05-03",
            "2021-05-31",
            "2021-08-30",
            "2021-12-27",
            "2021-12-28");
  }

  @Test
  void christmasOnASundayMovesOne() {
    assertThat(in(2022)).contains("2022-01-03", "2022-12-26", "2022-12-27").hasSize(8);
  }

  @Test
  void boxingDayOnASaturdayMoves() {
    assertThat(in(2026)).contains("2026-12-25", "2026-12-28").hasSize(8);
  }

  @Test
  void easterIsFound() {
    assertThat(List.of(2011, 2019, 2024, 2025, 2038))
        .map(BankHolidays::easterSunday)
        .containsExactly(
            LocalDate.of(2011, 4, 24),
            LocalDate.of(2019, 4, 21),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2025, 4, 20),
            LocalDate.of(2038, 4, 25));
  }

  @Test
  void largeShopsAreClosedAtEasterAndChristmas() {
    assertThat(BankHolidays.isClosedByLaw(LocalDate.of(2025, 4, 20))).isTrue();
    assertThat(BankHolidays.isClosedByLaw(LocalDate.of(2025, 12, 25))).isTrue();
    assertThat(BankHolidays.isClosedByLaw(LocalDate.of(2025, 4, 27))).isFalse();
  }

  private static List<String> in(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(BankHolidays::isHoliday)
        .map(LocalDate::toString)
        .toList();
  }
}
