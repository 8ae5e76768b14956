package dev.highstreet.dashboard.sales;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.Silence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that the Dashboard page shows.
 *
 * @param filter what was asked for
 * @param period what is shown; null while nothing is known of any sale
 * @param span first to last day with sales; null as above
 * @param grain what a bar of the trend stands for
 * @param problem why nothing is shown, or nothing newer; null where nothing is wrong
 * @param asOf when that was read which is shown beside a problem; empty without one
 * @param empty whether the period has no sale
 * @param known stores to filter by
 */
public record SalesView(
    SalesFilter filter,
    Period period,
    Period span,
    Grain grain,
    Problem problem,
    Optional<Instant> asOf,
    boolean empty,
    Optional<PeriodTotals> totals,
    Panel<Kpis> kpis,
    Panel<Trend> trend,
    Panel<RankList> categories,
    Panel<RankList> products,
    Panel<RankList> stores,
    Panel<RankList> channels,
    Panel<Hours> hours,
    Panel<List<Shop>> known,
    Format format) {

  /** Whether everything could be read that it should show. */
  public boolean whole() {
    return problem == null
        && Stream.of(kpis, trend, categories, products, stores, channels, hours, known)
            .allMatch(panel -> panel == null || panel.problem() == null);
  }

  /** The same beside a problem that keeps newer figures away. */
  SalesView during(Problem silence, Instant readAt) {
    return with(silence, Optional.of(readAt));
  }

  private SalesView with(Problem silence, Optional<Instant> readAt) {
    return new SalesView(
        filter,
        period,
        span,
        grain,
        silence,
        readAt,
        empty,
        totals,
        kpis,
        trend,
        categories,
        products,
        stores,
        channels,
        hours,
        known,
        format);
  }

  /** The same with problems of which nobody knows since when dated by a silence. */
  SalesView dated(Silence silence) {
    if (span == null) {
      return problem == null || problem.since().isPresent()
          ? this
          : with(silence.goesOn(problem), asOf);
    }
    return new SalesView(
        filter,
        period,
        span,
        grain,
        problem,
        asOf,
        empty,
        totals,
        kpis.dated(silence),
        trend.dated(silence),
        categories.dated(silence),
        products.dated(silence),
        stores.dated(silence),
        channels.dated(silence),
        hours.dated(silence),
        known.dated(silence),
        format);
  }

  /**
   * This, and where a panel could not be read, what it showed before, if that was of this period.
   */
  SalesView orKnown(SalesView before, Instant readAt) {
    boolean same =
        span != null
            && before.span != null
            && period.equals(before.period)
            && grain == before.grain;
    if (!same) {
      return this;
    }
    return new SalesView(
        filter,
        period,
        span,
        grain,
        problem,
        asOf,
        totals.isPresent() ? empty : before.empty,
        totals.or(() -> before.totals),
        kpis.orKnown(before.kpis.found(), readAt),
        trend.orKnown(before.trend.found(), readAt),
        categories.orKnown(before.categories.found(), readAt),
        products.orKnown(before.products.found(), readAt),
        stores.orKnown(before.stores.found(), readAt),
        channels.orKnown(before.channels.found(), readAt),
        hours.orKnown(before.hours.found(), readAt),
        known.orKnown(before.known.found(), readAt),
        format);
  }

  /** Stores to filter by; none where they cannot be read. */
  public List<Shop> shops() {
    return known.found().orElse(List.of());
  }

  /** Whether it follows the shop's clock, no period being asked for. */
  public boolean following() {
    return filter.period().isEmpty();
  }

  /** What is said below the title. */
  public String subtitle() {
    if (totals.isEmpty()) {
      return "";
    }
    if (totals.get().furthest().hasPassed(period.end(format.zone()))) {
      return "Final: nothing on time can change it any more.";
    }
    String open =
        period.contains(span.to()) && !span.to().equals(period.to())
            ? "Day %d of %d, still open."
                .formatted(ChronoUnit.DAYS.between(period.from(), span.to()) + 1, period.days())
            : "Still open.";
    String finalTo = finalTo();
    return open + (finalTo.isEmpty() ? " No day of it is final yet." : " Final " + finalTo + ".");
  }

  /**
   * The last final day of the period, as {@code to 10 Dec}; empty when none or all of it is final.
   */
  public String finalTo() {
    return totals
        .flatMap(sums -> lastFinalDay(sums, period, format))
        .map(day -> "to " + Format.shortDay(day))
        .orElse("");
  }

  static Optional<LocalDate> lastFinalDay(PeriodTotals totals, Period period, Format format) {
    return totals
        .furthest()
        .moment()
        .map(moment -> format.dateOf(moment).minusDays(1))
        .filter(period::contains);
  }

  /** Whether there were sales at or before the period's previous one. */
  public boolean hasPrevious() {
    return !period.previous().to().isBefore(span.from());
  }

  /** Whether there were sales in or after the period's next one. */
  public boolean hasNext() {
    return !period.next().from().isAfter(span.to());
  }

  /** The years with sales, newest first. */
  public List<Integer> years() {
    return IntStream.rangeClosed(span.from().getYear(), span.to().getYear())
        .map(year -> span.from().getYear() + span.to().getYear() - year)
        .boxed()
        .toList();
  }

  /** The months of a year that lie between the first and the last sale. */
  public List<YearMonth> months(int year) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> YearMonth.of(year, month))
        .filter(
            month ->
                !month.atEndOfMonth().isBefore(span.from()) && !month.atDay(1).isAfter(span.to()))
        .toList();
  }

  /** {@code Mar}. */
  public static String name(Month month) {
    return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /** A channel for people: {@code Website}. */
  public static String channelName(String channel) {
    return switch (channel) {
      case "WEBSITE" -> "Website";
      case "MARKETPLACE" -> "Marketplace";
      case "SHOP" -> "Shops";
      default -> channel;
    };
  }

  /** What is sold where, as the filter has it: all, a channel or a store. */
  public String soldBy() {
    return filter
        .channel()
        .map(SalesView::channelName)
        .or(() -> filter.store().map(this::storeName))
        .orElse("All");
  }

  private String storeName(String id) {
    return shops().stream()
        .filter(shop -> shop.id().equals(id))
        .map(Shop::name)
        .findFirst()
        .orElse(id);
  }
}
