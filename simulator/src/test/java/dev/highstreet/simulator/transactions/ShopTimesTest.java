package dev.highstreet.simulator.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTimesTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ShopTimes times = new ShopTimes("yyyy-MM-dd HH:mm:ss", LONDON);

  @ParameterizedTest
  @CsvSource({
    "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
    "2011-07-01 08:26:00, 2011-07-01T07:26:00Z",
    // 31 October 2010: the hour from 01:00 occurs twice; the first of the two counts
    "2010-10-31 00:59:59, 2010-10-30T23:59:59Z",
    "2010-10-31 01:30:00, 2010-10-31T00:30:00Z",
    "2010-10-31 02:00:00, 2010-10-31T02:00:00Z",
    // 27 March 2011: the hour from 01:00 is skipped
    "2011-03-27 00:59:59, 2011-03-27T00:59:59Z",
    "2011-03-27 01:30:00, 2011-03-27T01:30:00Z",
    "2011-03-27 02:30:00, 2011-03-27T01:30:00Z",
  })
  void localTimeIsOneInstantAlsoWhereClocksChange(String local, Instant instant) {
    assertThat(times.parse(local)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2011-02-29 10:00:00",
        "2011-02-28 24:00:00",
        "2011-02-28",
        "28/02/2011 10:00"
      })
  void whatIsNoTimeOfAnyDayIsRefused(String text) {
    assertThatThrownBy(() -> times.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MM/uuuu HH:mm | 01/12/2010 08:26",
        "M/d/yyyy H:mm | 12/1/2010 8:26",
        "d MMM yyyy h:mm a | 1 Dec 2010 8:26 am",
        "yyyy-MM-dd'T'HH:mm[:ss] | 2010-12-01T08:26"
      })
  void otherPatternsAreRead(String pattern, String text) {
    assertThat(new ShopTimes(pattern, LONDON).parse(text))
        .isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2011-07-01T08:26:00+09:00, 2011-06-30T23:26:00Z",
    "2011-07-01T08:26:00Z, 2011-07-01T08:26:00Z",
    "2011-07-01T08:26:00, 2011-07-01T07:26:00Z"
  })
  void offsetInTheTextCountsInsteadOfTheShops(String text, Instant instant) {
    assertThat(new ShopTimes("yyyy-MM-dd'T'HH:mm:ss[XXX]", LONDON).parse(text)).isEqualTo(instant);
  }

  @Test
  void dateWithoutATimeIsMidnightInTheShop() {
    assertThat(new ShopTimes("yyyy-MM-dd", LONDON).parse("2011-07-01"))
        .isEqualTo(Instant.parse("2011-06-30T23:00:00Z"));
  }
}
