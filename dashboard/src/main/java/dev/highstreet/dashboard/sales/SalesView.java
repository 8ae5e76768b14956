package dev.highstreet.dashboard.sales;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Problem;
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
 * @param problem why nothing is shown, or null
 * @param empty whether the period has no sale
 * @param known stores to filter by
 */
public record SalesView(
    SalesFilter filter,
    Period period,
    Period span,
    Grain grain,
    Problem problem,
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
