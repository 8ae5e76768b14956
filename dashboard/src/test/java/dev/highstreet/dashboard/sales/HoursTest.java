package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {
  private static final Hour SATURDAYS_AT_NOON = new Hour(6, 12, 42);

  @Test
  void averageIsOverTheDaysThatThereWere() {
    // March 2011 has four Saturdays and five Tuesdays
    Hours march = Hours.of(List.of(SATURDAYS_AT_NOON), Period.month(YearMonth.of(2011, 3)));

    assertThat(march.average(SATURDAYS_AT_NOON)).isEqualByComparingTo("10.5");
    assertThat(march.average(new Hour(2, 9, 42))).isEqualByComparingTo("8.4");
  }

  @Test
  void daysThatHaveNotBegunDoNotLowerTheAverage() {
    Period toTheSixth = Period.between(LocalDate.of(2011, 3, 1), LocalDate.of(2011, 3, 6));

    assertThat(Hours.of(List.of(SATURDAYS_AT_NOON), toTheSixth).average(SATURDAYS_AT_NOON))
        .isEqualByComparingTo("42");
  }

  @Test
  void sentenceTellsTheBusiestHour() {
    assertThat(
            Hours.of(
                    List.of(SATURDAYS_AT_NOON, new Hour(1, 9, 8)),
                    Period.month(YearMonth.of(2011, 3)))
                .sentence())
        .isEqualTo("Orders by weekday and hour; busiest on Sat 12:00 with 10.5 orders on average");
  }
}
