package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.ScenarioSpan;
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

  @Test
  void scenarioIsMarkedFromThePartOfTheDayInWhichItBegan() throws Exception {
    Trend trend =
        trend(
            Grain.DAY,
            List.of(),
            List.of(
                span("flash-sale", "2011-03-14T12:00:00Z", "2011-03-14T18:00:00Z"),
                span("fraud-attack", "2011-02-27T00:00:00Z", "2011-03-01T06:00:00Z"),
                span("promotion-blast", "2011-03-31T11:00:00Z", "2011-04-09T00:00:00Z"),
                span("flash-sale", "2011-04-01T00:00:00Z", "2011-04-02T00:00:00Z")));

    assertThat(trend.marks())
        .extracting(mark -> mark.span().name() + " " + mark.from() + " " + mark.until())
        .containsExactly(
            "flash-sale 13.5 13.75", "fraud-attack 0.0 0.25", "promotion-blast 30.5 31.0");
    assertThat(trend.points())
        .element(13)
        .extracting(Trend.Point::scenarios)
        .isEqualTo("flash-sale");
    assertThat(trend.points()).element(12).extracting(Trend.Point::scenarios).isEqualTo("");
    JsonNode json = new ObjectMapper().readTree(trend.json());
    assertThat(json.path("marks").get(0).path("from").asDouble()).isEqualTo(13.5);
    assertThat(json.path("scenarios").get(30).asText()).isEqualTo("promotion-blast");
  }

  @Test
  void dayOnWhichTheClocksChangeIsMarkedByItsOwnLength() {
    // 27 March 2011 has 23 hours, of which 11.5 are over at half past twelve
    Trend trend =
        trend(
            Grain.DAY,
            List.of(),
            List.of(span("flash-sale", "2011-03-27T11:30:00Z", "2011-03-27T23:00:00Z")));

    assertThat(trend.marks())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.from()).isEqualTo(26.5);
              assertThat(mark.until()).isEqualTo(27.0);
            });
  }

  @Test
  void sentenceTellsWhatIsMarked() {
    assertThat(
            trend(
                    Grain.MONTH,
                    List.of(),
                    List.of(span("flash-sale", "2011-03-14T12:00:00Z", "2011-03-14T18:00:00Z")))
                .sentence())
        .endsWith("; marked: flash-sale, Mon 14 Mar 2011, 12:00 to Mon 14 Mar 2011, 18:00");
  }

  private static ScenarioSpan span(String name, String from, String until) {
    return new ScenarioSpan(name, Instant.parse(from), Instant.parse(until));
  }

  private static Trend trend(Grain grain, List<Bar> bars) {
    return trend(grain, bars, List.of());
  }

  private static Trend trend(Grain grain, List<Bar> bars, List<ScenarioSpan> scenarios) {
    return Trend.of(
        MARCH,
        grain,
        bars,
        new PeriodTotals(
            Totals.NONE, Totals.NONE, new Watermark(Instant.parse("2011-03-27T23:00:00Z"))),
        MARCH.previous(),
        List.of(bar("2011-02-01", "5"), bar("2011-02-28", "7")),
        scenarios,
        LONDON);
  }

  private static Bar bar(String day, String revenue) {
    return new Bar(LocalDate.parse(day), new BigDecimal(revenue), 1);
  }
}
