package dev.highstreet.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.testsupport.PostgresExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesQueryTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final SalesFilter ALL = filter(Map.of());
  private static final Period MARCH = Period.month(YearMonth.of(2011, 3));
  private static final Period FORTY_DAYS =
      Period.between(InventedShop.FIRST_DAY, InventedShop.LAST_DAY);

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Database database;
  private static SalesQuery sales;
  private static RankQuery ranks;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
    sales = new SalesQuery(database, LONDON);
    ranks = new RankQuery(database, LONDON);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void totalsAreSumsOfDaysAndTheAverageIsOfTheSums() {
    Totals month = sales.totals(ALL, MARCH).all();

    assertThat(month.orders()).isEqualTo(31L * InventedShop.ORDERS_A_DAY);
    assertThat(month.revenue())
        .isEqualByComparingTo(
            number("SELECT sum(net_sales) FROM core.orders WHERE day >= '2011-03-01'")
                .subtract(
                    number(
                        "SELECT sum(refund) FROM core.order_returns WHERE day >= '2011-03-01'")));
    assertThat(month.averageOrder())
        .isEqualByComparingTo(
            number("SELECT sum(net_sales) / count(*) FROM core.orders WHERE day >= '2011-03-01'"));
  }

  @Test
  void finalPartEndsWithTheLastDayThatEndedBeforeTheWatermark() {
    PeriodTotals totals = sales.totals(ALL, MARCH);

    assertThat(totals.settled().orders())
        .as("the watermark is 29 March, 16:00: days to the 28th are final")
        .isEqualTo(28L * InventedShop.ORDERS_A_DAY);
    assertThat(totals.furthest().at()).isEqualTo(Instant.parse("2011-03-29T15:00:00Z"));
  }

  @Test
  void channelsAndStoresAddUpToEverything() {
    BigDecimal everything = sales.totals(ALL, MARCH).all().revenue();

    assertThat(
            SalesFilter.CHANNELS.stream()
                .map(channel -> sales.totals(ALL.withChannel(channel), MARCH).all().revenue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(everything);
    assertThat(
            ranks.shops().stream()
                .map(each -> sales.totals(ALL.withStore(each.id()), MARCH).all().revenue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(everything);
  }

  @Test
  void periodWithoutSalesHasNoTotals() {
    assertThat(sales.totals(ALL, Period.year(1999)).all().present()).isFalse();
    assertThat(sales.trend(ALL, Period.year(1999), Grain.DAY)).isEmpty();
  }

  @Test
  void customersAreReadForDaysAndMonthsAndNeverAddedUp() {
    assertThat(sales.customers(ALL, MARCH))
        .hasValue(
            number("SELECT count(DISTINCT customer_id) FROM core.orders WHERE day >= '2011-03-01'")
                .longValueExact());
    assertThat(sales.customers(ALL, Period.day(LocalDate.of(2011, 3, 27)))).isPresent();
    assertThat(sales.customers(ALL.withChannel("SHOP"), MARCH)).isPresent();
    assertThat(sales.customers(ALL.withStore("S-BATH"), MARCH)).isPresent();
    assertThat(sales.customers(ALL, FORTY_DAYS)).isEmpty();
    assertThat(sales.customers(ALL, Period.year(2011))).isEmpty();
  }

  @Test
  void trendByDayAndByMonthAddUpToTheSame() {
    List<Bar> days = sales.trend(ALL, FORTY_DAYS, Grain.DAY);
    List<Bar> months = sales.trend(ALL, FORTY_DAYS, Grain.MONTH);

    assertThat(days).hasSize(40);
    assertThat(months)
        .extracting(Bar::start)
        .containsExactly(LocalDate.of(2011, 2, 1), LocalDate.of(2011, 3, 1));
    assertThat(revenue(days)).isEqualByComparingTo(revenue(months));
  }

  @Test
  void ranksOverMonthsAndDaysEqualThoseOverDaysAlone() {
    String days =
        "SELECT sum(revenue) FROM mart.daily_sales_by_product WHERE product_id = '%s' AND day BETWEEN '2011-02-25' AND '2011-03-31'";
    Period fromWithinAMonth = Period.between(LocalDate.of(2011, 2, 25), InventedShop.LAST_DAY);

    for (Rank rank : ranks.products(fromWithinAMonth, 10)) {
      assertThat(rank.revenue()).isEqualByComparingTo(number(days.formatted(rank.key())));
    }
  }

  @Test
  void listsAreOrderedByRevenueAndNamedForPeople() {
    List<Rank> products = ranks.products(MARCH, 10);

    assertThat(products).hasSize(10);
    assertThat(products)
        .isSortedAccordingTo((a, b) -> b.revenue().compareTo(a.revenue()))
        .allSatisfy(rank -> assertThat(rank.name()).contains(" no. "));
    assertThat(ranks.stores(MARCH, 10))
        .extracting(Rank::name)
        .contains("Bath, Milsom St", "highstreet.example");
    assertThat(ranks.categories(MARCH, 10)).hasSize(6);
  }

  @Test
  void hoursAreThoseOfTheShopsClockOnBothSidesOfTheClockChange() {
    // 26 March is in winter time, 28 March in summer time; the invented shop sells from 8 to 21
    for (int day : new int[] {26, 28}) {
      List<Hour> hours = ranks.hours(Period.day(LocalDate.of(2011, 3, day)));

      assertThat(hours).allSatisfy(hour -> assertThat(hour.hour()).isBetween(8, 21));
      assertThat(hours.stream().mapToLong(Hour::orders).sum()).isEqualTo(InventedShop.ORDERS_A_DAY);
    }
  }

  @Test
  void versionDiffersAsSoonAsARowIsNewer() {
    String before = sales.version().orElseThrow();
    shop.execute("UPDATE mart.daily_sales SET updated_at = now() WHERE day = '2011-03-31'");

    assertThat(sales.version().orElseThrow().split(" ", 2)[1])
        .as("without the counters, which lag behind")
        .isNotEqualTo(before.split(" ", 2)[1]);
  }

  @Test
  void spanIsFromTheFirstToTheLastDayWithSales() {
    assertThat(sales.span()).hasValue(FORTY_DAYS);
  }

  private static BigDecimal revenue(List<Bar> bars) {
    return bars.stream().map(Bar::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(String query) {
    return database.row(query, row -> row.getBigDecimal(1)).orElseThrow();
  }

  private static SalesFilter filter(Map<String, String> parameters) {
    return SalesFilter.read(Parameters.of(parameters));
  }
}
