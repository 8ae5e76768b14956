package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.simulator.market.BankHolidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final long THREE_YEARS = 3 * 365 * 86_400_000L;

  private final WorkingDays days = new WorkingDays(LONDON, FIRST, BankHolidays::isHoliday);

  @Property
  void workGoesOnInWorkingHoursOnly(
      @ForAll @LongRange(min = 0, max = THREE_YEARS) long after,
      @ForAll @DoubleRange(min = 0, max = 5_000) double minutes) {
    long from = start() + after;

    long to = days.plusMinutes(from, minutes);

    ZonedDateTime local = Instant.ofEpochMilli(to).atZone(LONDON);
    assertThat(isWorked(local.toLocalDate())).isTrue();
    assertThat(local.getHour() * 60 + local.getMinute())
        .isBetween(WorkingDays.OPENS - 1, WorkingDays.CLOSES); // one: a rounded millisecond
    assertThat(to).isGreaterThanOrEqualTo(from);
  }

  @Property
  void theDayOfATimeIsTheLocalDate(@ForAll @LongRange(min = 0, max = THREE_YEARS) long after) {
    LocalDate date = Instant.ofEpochMilli(start() + after).atZone(LONDON).toLocalDate();

    assertThat(days.dayOf(start() + after)).isEqualTo((int) date.toEpochDay());
  }

  @Property
  void soManyWorkingDaysLaterAreAsManyAsCountingFinds(
      @ForAll @IntRange(min = 0, max = 700) int after, @ForAll @IntRange(min = 0, max = 40) int n) {
    LocalDate counted = FIRST.plusDays(after);
    while (!isWorked(counted)) {
      counted = counted.plusDays(1);
    }
    for (int left = n; left > 0; ) {
      counted = counted.plusDays(1);
      left -= isWorked(counted) ? 1 : 0;
    }

    int day = days.plus((int) FIRST.toEpochDay() + after, n);

    assertThat(LocalDate.ofEpochDay(day)).isEqualTo(counted);
  }

  @Test
  void anHourFromFridayEveningEndsOnMondayMorning() {
    long friday = at(LocalDateTime.of(2025, 3, 28, 18, 30)); // clocks change on the Sunday

    assertThat(days.plusMinutes(friday, 60)).isEqualTo(at(LocalDateTime.of(2025, 3, 31, 7, 30)));
  }

  @Test
  void christmasIsNotWorked() {
    long christmasEve = at(LocalDateTime.of(2025, 12, 24, 18, 0));

    assertThat(days.plusMinutes(christmasEve, 120))
        .isEqualTo(at(LocalDateTime.of(2025, 12, 29, 8, 0))); // the 27th is a Saturday
  }

  @Test
  void aDayBeforeTheFirstIsRefused() {
    assertThatThrownBy(() -> days.startOf((int) FIRST.toEpochDay() - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("day 2024-12-31 is before 2025-01-01, the first of the working days");
  }

  private static boolean isWorked(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !BankHolidays.isHoliday(day);
  }

  private static long start() {
    return at(FIRST.atStartOfDay());
  }

  private static long at(LocalDateTime local) {
    return local.atZone(LONDON).toInstant().toEpochMilli();
  }
}
