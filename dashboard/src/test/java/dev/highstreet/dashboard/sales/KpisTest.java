package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Watermark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpisTest {
  private static final Format LONDON = new Format(ZoneId.of("Europe/London"));
  private static final Period MARCH = Period.month(YearMonth.of(2011, 3));
  private static final Totals NOW = totals("1100", 20);
  private static final Totals BEFORE = totals("1000", 25);

  @Test
  void figureIsFinalWhenThePeriodEndsAtTheWatermark() {
    assertThat(revenue("2011-03-31T22:59:59Z").settled()).isFalse();
    assertThat(revenue("2011-03-31T23:00:00Z").settled()).isTrue();
  }

  @Test
  void partIsShownOnlyWhileTheWholeIsNotFinal() {
    assertThat(revenue("2011-03-29T00:00:00Z").part()).isEqualTo("£600.00");
    assertThat(revenue("2011-04-01T00:00:00Z").part()).isEmpty();
  }

  @Test
  void comparisonNamesWhatItComparesWith() {
    assertThat(revenue("2011-04-01T00:00:00Z").comparison()).isEqualTo("+10.0\u202f% on Feb 2011");
    assertThat(revenue("2011-04-01T00:00:00Z").rising()).isPositive();
  }

  @Test
  void withoutAnythingToCompareWithThereIsNoComparison() {
    Kpis kpis = kpis(MARCH, Totals.NONE, "2011-04-01T00:00:00Z", Optional.of(9L));

    assertThat(kpis.figures()).allSatisfy(kpi -> assertThat(kpi.comparison()).isEmpty());
    assertThat(kpis.compared()).isFalse();
  }

  @Test
  void customersOfAPeriodThatKeepsNoneAreADashWithTheReason() {
    Kpi customers =
        customers(kpis(Period.year(2011), BEFORE, "2012-01-01T00:00:00Z", Optional.empty()));

    assertThat(customers.value()).isEqualTo("–");
    assertThat(customers.note()).contains("distinct");
    assertThat(customers(kpis(MARCH, BEFORE, "2012-01-01T00:00:00Z", Optional.of(9L))).value())
        .isEqualTo("9");
  }

  @Test
  void penceAreApart() {
    Kpi revenue = revenue("2011-04-01T00:00:00Z");

    assertThat(revenue.pounds()).isEqualTo("£1\u202f100");
    assertThat(revenue.pence()).isEqualTo(".00");
  }

  private static Kpi revenue(String watermark) {
    return kpis(MARCH, BEFORE, watermark, Optional.of(9L)).figures().get(0);
  }

  private static Kpi customers(Kpis kpis) {
    return kpis.figures().stream()
        .filter(kpi -> kpi.label().equals("Customers"))
        .findFirst()
        .orElseThrow();
  }

  private static Kpis kpis(
      Period period, Totals before, String watermark, Optional<Long> customers) {
    PeriodTotals totals =
        new PeriodTotals(NOW, totals("600", 10), new Watermark(Instant.parse(watermark)));
    return new Kpis.Writer(period, totals, period.previous(), before, LONDON)
        .write(customers, Optional.empty(), "to 28 Mar");
  }

  private static Totals totals(String revenue, long orders) {
    BigDecimal pounds = new BigDecimal(revenue);
    return new Totals(
        pounds, pounds, pounds, orders, pounds.divide(BigDecimal.valueOf(orders)), pounds);
  }
}
