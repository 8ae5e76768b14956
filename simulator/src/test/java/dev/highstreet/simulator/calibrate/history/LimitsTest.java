package dev.highstreet.simulator.calibrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.calibrate.GiftShop;
import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final List<PastOrder> orders = new ArrayList<>();
  private final List<PastReturn> returns = new ArrayList<>();

  @Test
  void yearOfReturningCustomersHasNone() {
    SalesHistory year = GiftShop.ofCustomers(500, 1);
    back();
    assertThat(
            Limits.of(history(year.customers(), year.first(), year.last(), year.orders(), returns)))
        .isEmpty();
  }

  @Test
  void everythingThatTwoOrdersOfADayCannotTellIsSaid() {
    order(0, "2011-06-03T00:00", 0);
    order(1, "2011-06-03T00:00", 0);
    assertThat(limits(2, "2011-06-03", "2011-06-03"))
        .containsExactly(
            "No customer has more than one order: who comes back, and when, cannot be told.",
            "There are 2 orders: every figure is a rough one.",
            "All orders are of one day, 2011-06-03: neither weekdays nor months can be told.",
            "Orders have a day but no time: hours cannot be told.",
            "Only one product was sold: what else is bought with it cannot be told.",
            "Nothing came back: returns cannot be told.");
  }

  @Test
  void guestsAreNobodys() {
    order(PastOrder.GUEST, "2011-06-03T09:00", 0);
    order(PastOrder.GUEST, "2011-06-20T09:00", 1);
    back();
    assertThat(limits(0, "2011-06-03", "2011-06-20"))
        .containsExactly(
            "No order names its customer: who comes back, and when, cannot be told.",
            "There are 2 orders: every figure is a rough one.",
            "The orders span 18 days: months cannot be told, weekdays hardly.");
  }

  @Test
  void majorityOfGuestsIsMentioned() {
    order(0, "2011-06-03T09:00", 0);
    order(0, "2011-06-04T09:00", 0);
    order(PastOrder.GUEST, "2011-06-20T09:00", 1);
    order(PastOrder.GUEST, "2011-06-20T09:00", 1);
    order(PastOrder.GUEST, "2011-09-20T09:00", 1);
    back();
    assertThat(limits(1, "2011-06-03", "2011-09-20"))
        .containsExactly(
            "3 of 5 orders name no customer: what is told of customers is of the others.",
            "There are 5 orders: every figure is a rough one.",
            "The orders span 110 days, and touch 2 of twelve months: the others cannot be told.");
  }

  private void order(int customer, String local, int product) {
    orders.add(
        new PastOrder(
            customer,
            LocalDateTime.parse(local).atZone(LONDON).toInstant().toEpochMilli(),
            new int[] {product},
            new int[] {1},
            new long[] {1_000_000}));
  }

  private void back() {
    returns.add(
        new PastReturn(PastOrder.GUEST, 0, new int[] {0}, new int[] {1}, new long[] {1_000_000}));
  }

  private List<String> limits(int customers, String first, String last) {
    return Limits.of(
        history(customers, LocalDate.parse(first), LocalDate.parse(last), orders, returns));
  }

  private static SalesHistory history(
      int customers,
      LocalDate first,
      LocalDate last,
      List<PastOrder> orders,
      List<PastReturn> returns) {
    List<String> products = new ArrayList<>();
    for (int product = 0; product < 300; product++) {
      products.add("P" + product);
    }
    return new SalesHistory(LONDON, first, last, customers, products, products, orders, returns);
  }
}
