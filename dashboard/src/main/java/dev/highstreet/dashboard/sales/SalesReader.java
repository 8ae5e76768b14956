package dev.highstreet.dashboard.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts the Dashboard page together; a query that fails leaves its own panel empty, no other. */
final class SalesReader {
  private static final int LONGEST_LIST = 10;

  /** More bars than this are drawn by month unless days are asked for. */
  private static final int MOST_DAYS = 92;

  private final SalesQuery sales;
  private final RankQuery ranks;
  private final Format format;
  private final Supplier<List<ScenarioSpan>> scenarios;

  SalesReader(Database database, Format format, Supplier<List<ScenarioSpan>> scenarios) {
    this.sales = new SalesQuery(database, format.zone());
    this.ranks = new RankQuery(database, format.zone());
    this.format = requireNonNull(format, "format is null");
    this.scenarios = requireNonNull(scenarios, "scenarios is null");
  }

  /** Differs once the page would; empty where that cannot be told. */
  Optional<String> version() {
    try {
      return sales.version().map(written -> written + scenarios.get());
    } catch (Unavailable e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses a filter for a store that there is not; where stores cannot be read, none is refused.
   *
   * @throws WrongParameter if it names such a store
   */
  void requireKnownStore(SalesFilter filter) {
    filter
        .store()
        .ifPresent(
            id -> Panel.of(ranks::shops).found().ifPresent(shops -> requireKnownStore(id, shops)));
  }

  /** Reads what a filter asks for. */
  SalesView read(SalesFilter filter) {
    Panel<Optional<Period>> span = Panel.of(sales::span);
    Panel<List<Shop>> known = Panel.of(ranks::shops);
    if (span.value() == null || span.value().isEmpty()) {
      return nothing(filter, span.problem(), known);
    }
    Period days = span.value().get();
    Period period = filter.period().orElse(Period.month(YearMonth.from(days.to())));
    Grain grain = filter.grain().orElse(period.days() > MOST_DAYS ? Grain.MONTH : Grain.DAY);
    Period before = period.previousUpTo(days.to());

    Panel<PeriodTotals> totals = Panel.of(() -> sales.totals(filter, period));
    Panel<RankList> channels = Panel.of(() -> whole(ranks.channels(period)));
    BigDecimal whole = channels.found().map(RankList::whole).orElse(BigDecimal.ZERO);
    return new SalesView(
        filter,
        period,
        days,
        grain,
        null,
        Optional.empty(),
        totals.found().filter(sums -> !sums.all().present()).isPresent(),
        totals.found(),
        Panel.of(() -> kpis(filter, period, before, days, orThrow(totals))),
        Panel.of(() -> trend(filter, period, grain, orThrow(totals))),
        Panel.of(() -> new RankList(ranks.categories(period, LONGEST_LIST), whole)),
        Panel.of(() -> new RankList(ranks.products(period, LONGEST_LIST), whole)),
        Panel.of(() -> new RankList(ranks.stores(period, LONGEST_LIST), whole)),
        channels,
        Panel.of(() -> hours(period, days)),
        known,
        format);
  }

  private Kpis kpis(
      SalesFilter filter, Period period, Period before, Period span, PeriodTotals totals) {
    // a period that begins before the shop did would make everything look like growth
    Totals totalsBefore =
        before.from().isBefore(span.from()) ? Totals.NONE : sales.totals(filter, before).all();
    String finalTo =
        SalesView.lastFinalDay(totals, period, format)
            .map(day -> "to " + Format.shortDay(day))
            .orElse("");
    return new Kpis.Writer(period, totals, before, totalsBefore, format)
        .write(
            sales.customers(filter, period), sales.customers(filter, period.previous()), finalTo);
  }

  private Trend trend(SalesFilter filter, Period period, Grain grain, PeriodTotals totals) {
    Period before = period.previous();
    return Trend.of(
        period,
        grain,
        sales.trend(filter, period, grain),
        totals,
        before,
        sales.trend(filter, before, grain),
        scenarios.get(),
        format);
  }

  private Hours hours(Period period, Period span) {
    Period begun =
        Period.between(
            period.from().isBefore(span.from()) && period.contains(span.from())
                ? span.from()
                : period.from(),
            period.contains(span.to()) ? span.to() : period.to());
    return Hours.of(ranks.hours(period), begun);
  }

  private SalesView nothing(SalesFilter filter, Problem problem, Panel<List<Shop>> known) {
    return new SalesView(
        filter,
        filter.period().orElse(null),
        null,
        Grain.DAY,
        problem,
        Optional.empty(),
        true,
        Optional.empty(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        known,
        format);
  }

  private static PeriodTotals orThrow(Panel<PeriodTotals> totals) {
    if (totals.problem() != null) {
      throw new Unavailable(totals.problem(), null);
    }
    return totals.value();
  }

  // channels are all there are, so together they are everything that was sold
  private static RankList whole(List<Rank> channels) {
    return new RankList(
        channels, channels.stream().map(Rank::revenue).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static void requireKnownStore(String id, List<Shop> shops) {
    if (shops.stream().noneMatch(shop -> shop.id().equals(id))) {
      String known = shops.stream().map(Shop::id).limit(20).collect(Collectors.joining(", "));
      throw new WrongParameter(
          "store", id, known.isEmpty() ? "none: no store is known yet" : "one of " + known);
    }
  }
}
