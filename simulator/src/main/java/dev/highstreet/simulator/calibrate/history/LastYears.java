package dev.highstreet.simulator.calibrate.history;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As much of a history as a profile is made of: its last sixty calendar months. What was sold
 * before says little of a shop today.
 */
public final class LastYears {
  /** Calendar months that are kept. */
  static final int MONTHS = 60;

  private LastYears() {}

  /** The same history, or its last months with the customers who bought in them, numbered anew. */
  public static SalesHistory of(SalesHistory history) {
    LocalDate from = history.last().withDayOfMonth(1).minusMonths(MONTHS - 1L);
    if (!history.first().isBefore(from)) {
      return history;
    }
    long begin = from.atStartOfDay(history.zone()).toInstant().toEpochMilli();
    int[] numbers = new int[history.customers()];
    Arrays.fill(numbers, PastOrder.GUEST);
    int customers = 0;
    List<PastOrder> orders = new ArrayList<>();
    for (PastOrder order : history.orders()) {
      if (order.at() >= begin) {
        int known = order.customer();
        if (known != PastOrder.GUEST && numbers[known] == PastOrder.GUEST) {
          numbers[known] = customers++;
        }
        orders.add(
            new PastOrder(
                known == PastOrder.GUEST ? known : numbers[known],
                order.at(),
                order.products(),
                order.quantities(),
                order.pricesMicros()));
      }
    }
    List<PastReturn> returns = new ArrayList<>();
    for (PastReturn back : history.returns()) {
      if (back.at() >= begin) {
        int known = back.customer();
        returns.add(
            new PastReturn(
                known == PastOrder.GUEST ? known : numbers[known],
                back.at(),
                back.products(),
                back.quantities(),
                back.pricesMicros()));
      }
    }
    LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(orders.get(0).at()), history.zone());
    return new SalesHistory(
        history.zone(),
        first,
        history.last(),
        customers,
        history.products(),
        history.categories(),
        orders,
        returns);
  }
}
