package dev.highstreet.dashboard.sales;

import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures at the head of the page.
 *
 * @param figures the first is shown large
 * @param finalTo the last final day in words, such as {@code to 10 Dec}; empty when all or none is
 */
public record Kpis(List<Kpi> figures, String finalTo) {
  public Kpis {
    figures = List.copyOf(figures);
  }

  /** Whether figures are compared with the period before; then each keeps room for it. */
  public boolean compared() {
    return figures.stream().anyMatch(figure -> figure.rising() != 0);
  }

  /** Writes the figures of one period. */
  static final class Writer {
    private final Period period;
    private final PeriodTotals totals;
    private final Period before;
    private final Totals totalsBefore;
    private final boolean settled;

    Writer(Period period, PeriodTotals totals, Period before, Totals totalsBefore, Format format) {
      this.period = period;
      this.totals = totals;
      this.before = before;
      this.totalsBefore = totalsBefore;
      this.settled = totals.furthest().hasPassed(period.end(format.zone()));
    }

    /**
     * All figures.
     *
     * @param customers of the period, where they are kept
     * @param customersBefore of the whole period before, where they are kept
     */
    Kpis write(Optional<Long> customers, Optional<Long> customersBefore, String finalTo) {
      return new Kpis(
          List.of(
              money("Revenue", Totals::revenue),
              money("GMV", Totals::grossSales),
              money("Gross margin", Totals::grossMargin),
              orders(),
              money("Average order", Totals::averageOrder),
              customers(customers, customersBefore),
              money("Refunds", Totals::refunds)),
          settled ? "" : finalTo);
    }

    private Kpi money(String label, Function<Totals, BigDecimal> of) {
      BigDecimal now = of.apply(totals.all());
      return figure(label, Format.money(now), now, of, Format::money);
    }

    private Kpi orders() {
      Function<Totals, BigDecimal> of =
          sums -> sums.orders() == null ? null : BigDecimal.valueOf(sums.orders());
      return figure(
          "Orders",
          totals.all().orders() == null ? Format.NONE : Format.count(totals.all().orders()),
          of.apply(totals.all()),
          of,
          count -> Format.count(count.longValueExact()));
    }

    private Kpi figure(
        String label,
        String value,
        BigDecimal now,
        Function<Totals, BigDecimal> of,
        Function<BigDecimal, String> written) {
      BigDecimal then = of.apply(totalsBefore);
      String change = Format.change(now, then);
      BigDecimal part = of.apply(totals.settled());
      return new Kpi(
          label,
          value,
          settled,
          change.equals(Format.NONE) ? "" : change + " on " + before.shortTitle(),
          change.equals(Format.NONE) ? 0 : now.compareTo(then),
          settled || part == null ? "" : written.apply(part),
          "");
    }

    private Kpi customers(Optional<Long> customers, Optional<Long> customersBefore) {
      boolean kept = period.kind() == Period.Kind.MONTH || period.kind() == Period.Kind.DAY;
      return new Kpi(
          "Customers",
          customers.map(Format::count).orElse(Format.NONE),
          settled,
          customersBefore
              .map(count -> Format.count(count) + " in all of " + period.previous().shortTitle())
              .orElse(""),
          0,
          "",
          kept ? "" : "distinct, so kept for single days and months only");
    }
  }
}
