package dev.highstreet.dashboard.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.testsupport.PostgresExtension;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderLifeQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Database database;
  private static OrderLifeQuery lives;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
    lives = new OrderLifeQuery(database, new Format(ZoneId.of("Europe/London")));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void linesAddUpToTheOrderAndAreNamedAtTheirRevision() {
    OrderLife life = lives.read("H-110331-0007").orElseThrow();

    assertThat(life.lines()).hasSize(life.order().row().lines());
    assertThat(
            life.lines().stream().map(OrderLine::netSales).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(life.order().row().netSales());
    assertThat(life.lines()).allSatisfy(line -> assertThat(line.name()).contains(" no. "));
  }

  @Test
  void quarantinedLineIsThereWithItsReason() {
    OrderLife life = lives.read("H-110331-0007").orElseThrow();

    assertThat(life.faults())
        .containsExactly(
            new FaultyLine(
                life.lines().size() + 1,
                "NON_POSITIVE_QUANTITY",
                "quantity is -1, must be at least 1"));
    assertThat(life.cleaned()).isEqualTo("4 of 5 lines accepted");
  }

  @Test
  void dayIsFinalOnceTheWatermarkHasPassedItsEnd() {
    assertThat(lives.read("H-110328-0001").orElseThrow().dayFinal()).isTrue();
    assertThat(lives.read("H-110329-0001").orElseThrow().dayFinal()).isFalse();
    assertThat(lives.read("H-110328-0001").orElseThrow().monthFinal()).isFalse();
    assertThat(lives.read("H-110228-0001").orElseThrow().monthFinal()).isTrue();
  }

  @Test
  void returnedGoodsBelongToTheLifeOfTheirOrder() {
    OrderLife life = lives.read("H-110331-0005").orElseThrow();

    assertThat(life.returns()).extracting(ReturnedLine::id).containsExactly("R-H-110331-0005");
  }

  @Test
  void everyRowThatCountsTheOrderIsCounted() {
    OrderLife life = lives.read("H-110331-0007").orElseThrow();

    assertThat(life.martRows())
        .isEqualTo(1 + 2 * (1 + life.products() + life.categories() + 2))
        .isEqualTo(
            database
                .row(
                    """
                    WITH booked AS (
                      SELECT o.day, o.occurred_at, o.store_id, s.type, l.product_id, l.category
                      FROM core.orders AS o JOIN core.order_lines AS l USING (order_id)
                      JOIN core.stores AS s USING (store_id)
                      WHERE o.order_id = 'H-110331-0007')
                    SELECT (SELECT count(*) FROM mart.hourly_sales WHERE hour IN (SELECT date_trunc('hour', occurred_at) FROM booked))
                         + (SELECT count(*) FROM mart.daily_sales WHERE day IN (SELECT day FROM booked)) * 2
                         + (SELECT count(*) FROM mart.daily_sales_by_product WHERE (day, product_id) IN (SELECT day, product_id FROM booked)) * 2
                         + (SELECT count(*) FROM mart.daily_sales_by_category WHERE (day, category) IN (SELECT day, category FROM booked)) * 2
                         + (SELECT count(*) FROM mart.daily_sales_by_store WHERE (day, store_id) IN (SELECT day, store_id FROM booked)) * 2
                         + (SELECT count(*) FROM mart.daily_sales_by_channel WHERE (day, channel) IN (SELECT day, type FROM booked)) * 2
                    """,
                    row -> row.getLong(1))
                .orElseThrow());
  }

  @Test
  void orderThatWasNeverAcceptedHasNoLife() {
    assertThat(lives.read("H-0")).isEmpty();
  }
}
