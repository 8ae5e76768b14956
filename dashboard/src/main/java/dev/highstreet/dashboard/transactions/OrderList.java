package dev.highstreet.dashboard.transactions;

import java.util.List;
import java.util.Optional;

/**
 * One page of orders.
 *
 * @param rows newest first
 * @param older the place from which the next page goes on; empty on the last one
 */
public record OrderList(List<OrderRow> rows, Optional<OrderCursor> older) {
  /** Orders on a page. */
  public static final int LENGTH = 50;

  public OrderList {
    rows = List.copyOf(rows);
  }

  /** A page of what was read, which is one order more than a page holds if there are older ones. */
  static OrderList of(List<OrderRow> read) {
    if (read.size() <= LENGTH) {
      return new OrderList(read, Optional.empty());
    }
    OrderRow last = read.get(LENGTH - 1);
    return new OrderList(
        read.subList(0, LENGTH), Optional.of(new OrderCursor(last.occurredAt(), last.id())));
  }
}
