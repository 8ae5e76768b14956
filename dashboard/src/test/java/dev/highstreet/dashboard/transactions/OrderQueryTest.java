package dev.highstreet.dashboard.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.testsupport.PostgresExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Database database;
  private static OrderQuery orders;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
    orders = new OrderQuery(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void newestComeFirst() {
    assertThat(orders.newest(OrderCursor.NEWEST, 50))
        .hasSize(50)
        .isSortedAccordingTo((a, b) -> b.occurredAt().compareTo(a.occurredAt()));
  }

  @Test
  void pagesTogetherHoldEveryOrderOnceThoughNewOnesArriveMeanwhile() {
    List<String> seen = new ArrayList<>();
    OrderCursor place = OrderCursor.NEWEST;
    List<OrderRow> page = orders.newest(place, 7);
    shop.placeOrder("H-NEW");
    try {
      while (!page.isEmpty()) {
        page.forEach(order -> seen.add(order.id()));
        OrderRow last = page.get(page.size() - 1);
        place = OrderCursor.parse(new OrderCursor(last.occurredAt(), last.id()).toString());
        page = orders.newest(place, 7);
      }
    } finally {
      shop.execute("DELETE FROM core.orders WHERE order_id = 'H-NEW'");
    }

    assertThat(seen).doesNotHaveDuplicates().hasSize(40 * InventedShop.ORDERS_A_DAY);
  }

  @Test
  void orderIsFoundByItsIdInAnyCase() {
    assertThat(orders.search("h-110331-0007", OrderCursor.NEWEST, 50))
        .extracting(OrderRow::id)
        .containsExactly("H-110331-0007");
  }

  @Test
  void customersOrdersAreFound() {
    OrderRow any =
        orders.newest(OrderCursor.NEWEST, 50).stream()
            .filter(order -> order.customer() != null)
            .findFirst()
            .orElseThrow();

    assertThat(orders.search(any.customer(), OrderCursor.NEWEST, 50))
        .isNotEmpty()
        .allSatisfy(order -> assertThat(order.customer()).isEqualTo(any.customer()));
  }

  @Test
  void ordersOfAProductAreFoundByItsIdAndByPartOfItsName() {
    List<OrderRow> byId = orders.search("P-0007", OrderCursor.NEWEST, 500);

    assertThat(byId).hasSize(count("l.product_id = 'P-0007'"));
    assertThat(orders.search("robot no. 7", OrderCursor.NEWEST, 500)).isEqualTo(byId);
  }

  @Test
  void percentSignIsALetterLikeAnyOther() {
    assertThat(orders.search("%%%", OrderCursor.NEWEST, 50)).isEmpty();
    assertThat(orders.search("___", OrderCursor.NEWEST, 50)).isEmpty();
  }

  @Test
  void wordOfTwoLettersIsNotLookedForInNames() {
    assertThat(orders.search("ro", OrderCursor.NEWEST, 50)).isEmpty();
  }

  @Test
  void foundOrdersArePagedLikeAll() {
    List<OrderRow> all = orders.search("lantern", OrderCursor.NEWEST, 500);
    OrderRow third = all.get(2);

    assertThat(orders.search("lantern", new OrderCursor(third.occurredAt(), third.id()), 500))
        .isEqualTo(all.subList(3, all.size()));
  }

  private static int count(String condition) {
    return database
        .row(
            "SELECT count(DISTINCT order_id) FROM core.order_lines AS l WHERE " + condition,
            row -> row.getInt(1))
        .orElseThrow();
  }
}
