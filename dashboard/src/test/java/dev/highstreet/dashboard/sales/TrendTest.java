package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Watermark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));
  private static final Period MARCH = Period.month(YearMonth.of(2011, 3));

  @Test
  void everyDayOfThePeriodHasItsPlaceAlsoWithoutSales() {
    Trend trend = trend(Grain.DAY, List.of(bar("2011-03-02", "10"), bar("2011-03-31", "30")));

    assertThat(trend.points()).hasSize(31);
    assertThat(trend.points().get(0).revenue()).isNull();
    assertThat(trend.points().get(1).revenue()).isEqualByComparingTo("10");
    assertThat(trend.points().get(30).revenue()).isEqualByComparingTo("30");
  }

  @Test
  void barIsFinalOnceItsDayHasEndedAtTheWatermark() {
    Trend trend = trend(Grain.DAY, List.of());

    assertThat(trend.points().get(25).settled()).as("26 March").isTrue();
    assertThat(trend.points().get(26).settled())
        .as("27 March, which ends at 23:00 UTC, the clocks having changed")
        .isTrue();
    assertThat(trend.points().get(27).settled()).as("28 March").isFalse();
  }

  @Test
  void daysBeforeStandAtTheSamePlaceAndStopWithTheirMonth() {
    Trend trend = trend(Grain.DAY, List.of());

    assertThat(trend.points().get(0).before()).as("1 February").isEqualByComparingTo("5");
    assertThat(trend.points().get(27).before()).as("28 February").isEqualByComparingTo("7");
    assertThat(trend.points().get(28).before()).as("there is no 29 February 2011").isNull();
  }

  @Test
  void textsComeFromTheServerAndNumbersOnlyDrawBars() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(trend(Grain.DAY, List.of(bar("2011-03-02", "1234.5"))).json());

    assertThat(json.path("texts").get(0).asText()).isEqualTo("–");
    assertThat(json.path("texts").get(1).asText()).isEqualTo("£1\u202f234.50");
    assertThat(json.path("titles").get(1).asText()).isEqualTo("Wed 2 Mar 2011");
    assertThat(json.path("ticks").get(0).asText()).isEqualTo("£0");
    assertThat(json.path("labels")).hasSize(31);
  }

  @Test
  void sentenceTellsTheBestDay() {
    assertThat(
            trend(Grain.DAY, List.of(bar("2011-03-02", "10"), bar("2011-03-03", "9"))).sentence())
        .isEqualTo(
            "Revenue by day in Mar 2011, against Feb 2011; most on Wed 2 Mar 2011 with £10.00");
  }

  private static Trend trend(Grain grain, List<Bar> bars) {
    return Trend.of(
        MARCH,
        grain,
        bars,
        new PeriodTotals(
            Totals.NONE, Totals.NONE, new Watermark(Instant.parse("2011-03-27T23:00:00Z"))),
        MARCH.previous(),
        List.of(bar("2011-02-01", "5"), bar("2011-02-28", "7")),
        LONDON);
  }

  private static Bar bar(String day, String revenue) {
    return new Bar(LocalDate.parse(day), new BigDecimal(revenue), 1);
  }
}
