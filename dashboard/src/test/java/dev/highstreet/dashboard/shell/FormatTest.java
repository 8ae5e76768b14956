package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));

  @Test
  void poundsHavePenceThinSpacesAndATrueMinus() {
    assertThat(Format.money(pounds("1284306.42"))).isEqualTo("£1\u202f284\u202f306.42");
    assertThat(Format.money(pounds("0"))).isEqualTo("£0.00");
    assertThat(Format.money(pounds("-896812.49"))).isEqualTo("\u2212£896\u202f812.49");
    assertThat(Format.money(null)).isEqualTo("–");
  }

  @Test
  void halfAPennyRoundsAwayFromZeroAndNothingRoundsToMinusNought() {
    assertThat(Format.money(pounds("10666684.545"))).isEqualTo("£10\u202f666\u202f684.55");
    assertThat(Format.money(pounds("10666684.544"))).isEqualTo("£10\u202f666\u202f684.54");
    assertThat(Format.money(pounds("-0.005"))).isEqualTo("\u2212£0.01");
    assertThat(Format.money(pounds("-0.004"))).isEqualTo("£0.00");
  }

  @Test
  void axesAreShort() {
    assertThat(Format.shortMoney(pounds("0"))).isEqualTo("£0");
    assertThat(Format.shortMoney(pounds("500"))).isEqualTo("£500");
    assertThat(Format.shortMoney(pounds("40000"))).isEqualTo("£40k");
    assertThat(Format.shortMoney(pounds("2500"))).isEqualTo("£2.5k");
    assertThat(Format.shortMoney(pounds("1500000"))).isEqualTo("£1.5M");
    assertThat(Format.shortMoney(pounds("-20000"))).isEqualTo("\u2212£20k");
  }

  @Test
  void countsAreGroupedInThrees() {
    assertThat(Format.count(0)).isEqualTo("0");
    assertThat(Format.count(999)).isEqualTo("999");
    assertThat(Format.count(530_104)).isEqualTo("530\u202f104");
    assertThat(Format.count(-1_000)).isEqualTo("\u22121\u202f000");
  }

  @Test
  void sharesAndChangesNeedSomethingToCompareWith() {
    assertThat(Format.share(pounds("24.1"), pounds("100"))).isEqualTo("24.1\u202f%");
    assertThat(Format.share(pounds("1"), pounds("0"))).isEqualTo("–");
    assertThat(Format.change(pounds("124.1"), pounds("100"))).isEqualTo("+24.1\u202f%");
    assertThat(Format.change(pounds("98.9"), pounds("100"))).isEqualTo("\u22121.1\u202f%");
    assertThat(Format.change(pounds("5"), pounds("0"))).isEqualTo("–");
  }

  @Test
  void agesGrowCoarserAndAreNeverNegative() {
    assertThat(Format.age(Duration.ofMillis(840))).isEqualTo("0.8\u202fs");
    assertThat(Format.age(Duration.ofSeconds(40))).isEqualTo("40\u202fs");
    assertThat(Format.age(Duration.ofMinutes(3))).isEqualTo("3\u202fmin");
    assertThat(Format.age(Duration.ofHours(5))).isEqualTo("5\u202fh");
    assertThat(Format.age(Duration.ofDays(12))).isEqualTo("12\u202fdays");
    assertThat(Format.age(Duration.ofSeconds(-3))).isEqualTo("0.0\u202fs");
  }

  @Test
  void timesAreWrittenInTheBusinessZone() {
    Instant winter = Instant.parse("2025-12-13T16:42:07Z");
    Instant summer = Instant.parse("2011-09-05T23:30:00Z");

    assertThat(LONDON.moment(winter)).isEqualTo("Sat 13 Dec 2025, 16:42:07");
    assertThat(LONDON.second(winter)).isEqualTo("13 Dec 2025, 16:42:07");
    assertThat(LONDON.minute(summer)).isEqualTo("Tue 6 Sep 2011, 00:30");
    assertThat(LONDON.dateOf(summer)).isEqualTo("2011-09-06");
    assertThat(LONDON.startOf(LocalDate.of(2011, 9, 6))).isEqualTo("2011-09-05T23:00:00Z");
  }

  private static BigDecimal pounds(String amount) {
    return new BigDecimal(amount);
  }
}
