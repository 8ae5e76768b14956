package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.Grain.DAY;
import static dev.highstreet.jobs.sales.Grain.HOUR;
import static dev.highstreet.jobs.sales.Grain.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calendar periods in London, where the clocks change on Sundays, and anywhere else. */
class GrainTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> ODD_ZONES =
      List.of("Australia/Lord_Howe", "America/St_Johns", "America/Havana", "America/Sao_Paulo");
  private static final String CLOCKS_GO_FORWARD = "2011-03-27";
  private static final String CLOCKS_GO_BACK = "2010-10-31";

  @ParameterizedTest(name = "{0} is in the hour that ends before {2}")
  @CsvSource({
    "2011-12-01T10:00:00Z,      2011-12-01T10:00:00Z, 2011-12-01T11:00:00Z",
    "2011-12-01T10:59:59.999Z,  2011-12-01T10:00:00Z, 2011-12-01T11:00:00Z",
    "2011-06-30T22:59:59.999Z,  2011-06-30T22:00:00Z, 2011-06-30T23:00:00Z",
    "1969-12-31T23:59:59.999Z,  1969-12-31T23:00:00Z, 1970-01-01T00:00:00Z",
    // at 01:00 clocks show 02:00
    "2011-03-27T00:59:59.999Z,  2011-03-27T00:00:00Z, 2011-03-27T01:00:00Z",
    "2011-03-27T01:00:00Z,      2011-03-27T01:00:00Z, 2011-03-27T02:00:00Z",
    // at 01:00 clocks show 01:00 once more
    "2010-10-31T00:59:59.999Z,  2010-10-31T00:00:00Z, 2010-10-31T01:00:00Z",
    "2010-10-31T01:00:00Z,      2010-10-31T01:00:00Z, 2010-10-31T02:00:00Z",
    "2010-10-31T01:59:59.999Z,  2010-10-31T01:00:00Z, 2010-10-31T02:00:00Z"
  })
  void hourIsOneOfTheTimeLine(Instant time, Instant start, Instant end) {
    long hour = HOUR.period(time.atZone(LONDON));
    assertThat(Instant.ofEpochMilli(hour)).isEqualTo(start);
    assertThat(endOf(HOUR, hour)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} is on {1}, which ends before {2}")
  @CsvSource({
    "2011-12-01T00:00:00Z,     2011-12-01, 2011-12-02T00:00:00Z",
    "2011-12-01T23:59:59.999Z, 2011-12-01, 2011-12-02T00:00:00Z",
    "2011-06-30T22:59:59.999Z, 2011-06-30, 2011-06-30T23:00:00Z",
    "2011-06-30T23:00:00Z,     2011-07-01, 2011-07-01T23:00:00Z",
    "2011-12-31T23:59:59.999Z, 2011-12-31, 2012-01-01T00:00:00Z",
    "2012-02-29T12:00:00Z,     2012-02-29, 2012-03-01T00:00:00Z",
    // 23 hours, then 25
    "2011-03-27T00:00:00Z,     2011-03-27, 2011-03-27T23:00:00Z",
    "2011-03-27T22:59:59.999Z, 2011-03-27, 2011-03-27T23:00:00Z",
    "2010-10-30T23:00:00Z,     2010-10-31, 2010-11-01T00:00:00Z",
    "2010-10-31T23:59:59.999Z, 2010-10-31, 2010-11-01T00:00:00Z"
  })
  void dayFollowsTheCalendarOfTheBusinessZone(Instant time, LocalDate date, Instant end) {
    long day = DAY.period(time.atZone(LONDON));
    assertThat(day).isEqualTo(date.toEpochDay());
    assertThat(endOf(DAY, day)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} is in the month of {1}, which ends before {2}")
  @CsvSource({
    "2011-12-01T00:00:00Z,     2011-12-01, 2012-01-01T00:00:00Z",
    "2011-12-31T23:59:59.999Z, 2011-12-01, 2012-01-01T00:00:00Z",
    "2012-01-01T00:00:00Z,     2012-01-01, 2012-02-01T00:00:00Z",
    "2012-02-29T23:59:59.999Z, 2012-02-01, 2012-03-01T00:00:00Z",
    "2011-02-28T23:59:59.999Z, 2011-02-01, 2011-03-01T00:00:00Z",
    "2011-03-31T22:59:59.999Z, 2011-03-01, 2011-03-31T23:00:00Z",
    "2011-03-31T23:00:00Z,     2011-04-01, 2011-04-30T23:00:00Z",
    "2010-10-31T23:59:59.999Z, 2010-10-01, 2010-11-01T00:00:00Z"
  })
  void monthIsNamedByItsFirstDay(Instant time, LocalDate first, Instant end) {
    long month = MONTH.period(time.atZone(LONDON));
    assertThat(month).isEqualTo(first.toEpochDay());
    assertThat(endOf(MONTH, month)).isEqualTo(end);
  }

  @Test
  void dayOnWhichClocksChangeHasAnHourLessOrMore() {
    assertThat(hoursOf(CLOCKS_GO_FORWARD)).isEqualTo(23);
    assertThat(hoursOf("2011-03-28")).isEqualTo(24);
    assertThat(hoursOf(CLOCKS_GO_BACK)).isEqualTo(25);
  }

  @Test
  void hourThatIsRepeatedIsTwo() {
    assertThat(
            HOUR.period(Instant.parse("2010-10-31T00:30:00Z").atZone(LONDON))
                - HOUR.period(Instant.parse("2010-10-31T01:30:00Z").atZone(LONDON)))
        .as("both are half past one by the clock")
        .isEqualTo(-Duration.ofHours(1).toMillis());
  }

  @Test
  void dayThatComesBackAfterMidnightEndsAtTheSecondMidnight() {
    // until 2011, clocks in St. John's went back an hour at a minute past midnight
    ZoneId stJohns = ZoneId.of("America/St_Johns");
    ZonedDateTime secondElevenInTheEvening =
        ZonedDateTime.ofLocal(LocalDateTime.parse("2009-10-31T23:30"), stJohns, null)
            .withLaterOffsetAtOverlap();
    long october = MONTH.period(secondElevenInTheEvening);
    assertThat(LocalDate.ofEpochDay(october)).isEqualTo("2009-10-01");
    assertThat(Instant.ofEpochMilli(MONTH.end(october, stJohns)))
        .isEqualTo(secondElevenInTheEvening.plusMinutes(30).toInstant());
  }

  @Property
  void everyTimeLiesBeforeTheEndOfItsPeriod(
      @ForAll("moments") ZonedDateTime time, @ForAll Grain grain) {
    long end = grain.end(grain.period(time), time.getZone());
    assertThat(Instant.ofEpochMilli(end))
        .as("end of the %s in %s that holds %s", grain, time.getZone(), time)
        .isAfter(time.toInstant());
  }

  @Property
  void nothingOfAPeriodComesAtItsEndOrLater(
      @ForAll("moments") ZonedDateTime time, @ForAll Grain grain) {
    long period = grain.period(time);
    Instant end = Instant.ofEpochMilli(grain.end(period, time.getZone()));
    for (int minutes = 0; minutes < 180; minutes += 15) {
      ZonedDateTime later = end.plus(Duration.ofMinutes(minutes)).atZone(time.getZone());
      assertThat(grain.period(later))
          .as("%s that holds %s, after that of %s", grain, later, time)
          .isGreaterThan(period);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTimeThatTheScreenLetsThroughHasAPeriod(Grain grain) {
    for (long millis : List.of(Clocks.FIRST_TIME, Clocks.LAST_TIME)) {
      Instant time = Instant.ofEpochMilli(millis);
      assertThat(endOf(grain, grain.period(time.atZone(LONDON)))).isAfter(time);
    }
  }

  /**
   * Times in any zone, often one whose clocks change by half an hour, or at or just after midnight;
   * half of them on the day on which the zone's clocks change next.
   */
  @Provide
  Arbitrary<ZonedDateTime> moments() {
    Arbitrary<ZonedDateTime> any =
        Combinators.combine(
                Arbitraries.longs()
                    .between(
                        Instant.parse("1970-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2030-01-01T00:00:00Z").toEpochMilli()),
                Arbitraries.oneOf(
                    Arbitraries.of(ODD_ZONES), Arbitraries.of(ZoneId.getAvailableZoneIds())))
            .as((millis, zone) -> Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone)));
    Arbitrary<ZonedDateTime> onAChange =
        Combinators.combine(any, Arbitraries.longs().between(-43_200_000, 43_200_000))
            .as((time, millis) -> nextChange(time).plus(Duration.ofMillis(millis)));
    return Arbitraries.oneOf(any, onAChange);
  }

  private static ZonedDateTime nextChange(ZonedDateTime time) {
    ZoneOffsetTransition next = time.getZone().getRules().nextTransition(time.toInstant());
    return next == null ? time : next.getInstant().atZone(time.getZone());
  }

  private static Instant endOf(Grain grain, long period) {
    return Instant.ofEpochMilli(grain.end(period, LONDON));
  }

  private static long hoursOf(String date) {
    long day = LocalDate.parse(date).toEpochDay();
    return Duration.between(endOf(DAY, day - 1), endOf(DAY, day)).toHours();
  }
}
