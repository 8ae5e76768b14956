package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate MARCH_5 = LocalDate.of(2011, 3, 5);

  @Test
  void exactlyAYearMonthOrDayIsRecognisedAsSuch() {
    assertThat(Period.between(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31)).kind())
        .isEqualTo(Period.Kind.YEAR);
    assertThat(Period.between(LocalDate.of(2012, 2, 1), LocalDate.of(2012, 2, 29)).kind())
        .isEqualTo(Period.Kind.MONTH);
    assertThat(Period.between(LocalDate.of(2012, 2, 1), LocalDate.of(2012, 2, 28)).kind())
        .isEqualTo(Period.Kind.RANGE);
    assertThat(Period.between(MARCH_5, MARCH_5).kind()).isEqualTo(Period.Kind.DAY);
  }

  @Test
  void daysOnWhichClocksChangeHave23And25Hours() {
    assertThat(length(Period.day(LocalDate.of(2011, 3, 27)))).isEqualTo(Duration.ofHours(23));
    assertThat(length(Period.day(LocalDate.of(2011, 10, 30)))).isEqualTo(Duration.ofHours(25));
    assertThat(length(Period.month(YearMonth.of(2011, 3))))
        .isEqualTo(Duration.ofDays(31).minusHours(1));
  }

  @Test
  void neighboursOfAMonthAreMonthsAndOfARangeAsManyDays() {
    assertThat(Period.month(YearMonth.of(2011, 1)).previous())
        .isEqualTo(Period.month(YearMonth.of(2010, 12)));
    assertThat(Period.month(YearMonth.of(2011, 12)).next())
        .isEqualTo(Period.month(YearMonth.of(2012, 1)));
    Period tenDays = Period.between(MARCH_5, MARCH_5.plusDays(9));
    assertThat(tenDays.previous())
        .isEqualTo(Period.between(MARCH_5.minusDays(10), MARCH_5.minusDays(1)));
    assertThat(tenDays.next().previous()).isEqualTo(tenDays);
  }

  @Test
  void openPeriodIsComparedWithAsManyDaysOfTheOneBefore() {
    Period march = Period.month(YearMonth.of(2011, 3));

    assertThat(march.previousUpTo(LocalDate.of(2011, 3, 13)))
        .isEqualTo(Period.between(LocalDate.of(2011, 2, 1), LocalDate.of(2011, 2, 13)));
    assertThat(march.previousUpTo(LocalDate.of(2011, 3, 30)))
        .as("February has no 30th")
        .isEqualTo(Period.month(YearMonth.of(2011, 2)));
    assertThat(march.previousUpTo(LocalDate.of(2011, 4, 20)))
        .isEqualTo(Period.month(YearMonth.of(2011, 2)));
  }

  @Test
  void titlesSayYearsOnlyWhereTheyAreNeeded() {
    assertThat(Period.year(2011).title()).isEqualTo("2011");
    assertThat(Period.month(YearMonth.of(2011, 3)).title()).isEqualTo("March 2011");
    assertThat(Period.day(MARCH_5).title()).isEqualTo("Sat 5 Mar 2011");
    assertThat(Period.between(MARCH_5, MARCH_5.plusDays(8)).title()).isEqualTo("5–13 Mar 2011");
    assertThat(Period.between(LocalDate.of(2010, 12, 20), LocalDate.of(2011, 1, 8)).title())
        .isEqualTo("20 Dec 2010 – 8 Jan 2011");
  }

  @Test
  void lastDayBeforeTheFirstIsRefused() {
    assertThatThrownBy(() -> Period.between(MARCH_5, MARCH_5.minusDays(1)))
        .hasMessage("from is 2011-03-05, after to, which is 2011-03-04");
  }

  private static Duration length(Period period) {
    return Duration.between(period.start(LONDON), period.end(LONDON));
  }
}
