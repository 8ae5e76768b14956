package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as the fit sees it: orders of known customers, customer by customer and by time, parted
 * into visits. Orders of a customer that follow each other within half a day are one visit.
 */
final class Past {
  /** Orders that are at most so far apart belong to one visit. */
  static final long VISIT_MILLIS = 12 * 3_600_000L;

  /** An order of a known customer. */
  record Order(
      PastOrder order, LocalDateTime time, int day, int month, int visit, boolean isFurther) {}

  private final SalesHistory history;
  private final List<List<Order>> customers = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<PastOrder> guests = new ArrayList<>();

  Past(SalesHistory history) {
    this.history = history;
    for (int customer = 0; customer < history.customers(); customer++) {
      customers.add(new ArrayList<>());
    }
    for (PastOrder order : history.orders()) {
      if (order.customer() == PastOrder.GUEST) {
        guests.add(order);
      } else {
        add(order);
      }
    }
    customers.removeIf(List::isEmpty);
    customers.forEach(orders::addAll);
  }

  private void add(PastOrder order) {
    List<Order> before = customers.get(order.customer());
    Order last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean isFurther = last != null && order.at() - last.order().at() < VISIT_MILLIS;
    int visit = last == null ? 0 : isFurther ? last.visit() : last.visit() + 1;
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(order.at()), history.zone());
    before.add(
        new Order(
            order, time, day(time.toLocalDate()), month(time.toLocalDate()), visit, isFurther));
  }

  private int day(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(history.first(), date));
  }

  private int month(LocalDate date) {
    return Math.toIntExact(
        ChronoUnit.MONTHS.between(YearMonth.from(history.first()), YearMonth.from(date)));
  }

  /** The month of a guest's order, from 0. */
  int month(PastOrder order) {
    return month(LocalDate.ofInstant(Instant.ofEpochMilli(order.at()), history.zone()));
  }

  SalesHistory history() {
    return history;
  }

  /** Days from the first to the last, both included. */
  int days() {
    return day(history.last()) + 1;
  }

  /** Months that any day falls into. */
  int months() {
    return month(history.last()) + 1;
  }

  LocalDate date(int day) {
    return history.first().plusDays(day);
  }

  /** The orders of each customer who bought at all, by time. */
  List<List<Order>> customers() {
    return customers;
  }

  /** All orders of known customers, customer by customer. */
  List<Order> orders() {
    return orders;
  }

  /** Orders of nobody known, by time. */
  List<PastOrder> guests() {
    return guests;
  }
}
