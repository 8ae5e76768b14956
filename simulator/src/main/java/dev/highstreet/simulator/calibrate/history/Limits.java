package dev.highstreet.simulator.calibrate.history;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a history cannot tell, whatever is fitted to it: each a sentence for a reader of the
 * profile.
 */
public final class Limits {
  private static final int FEW_ORDERS = 500;
  private static final int MONTHS = 12;
  private static final int DAYS_OF_A_MONTH = 28;
  private static final double HALF = 0.5;

  private final SalesHistory history;
  private final List<String> found = new ArrayList<>();

  private Limits(SalesHistory history) {
    this.history = history;
  }

  /** What a history cannot tell; empty for one of a year or more of known, returning customers. */
  public static List<String> of(SalesHistory history) {
    Limits limits = new Limits(history);
    limits.customers();
    limits.period();
    limits.hours();
    limits.goods();
    return List.copyOf(limits.found);
  }

  private void customers() {
    int orders = history.orders().size();
    if (history.customers() == 0) {
      say("No order names its customer: who comes back, and when, cannot be told.");
    } else {
      int[] visits = new int[history.customers()];
      int guests = 0;
      for (PastOrder order : history.orders()) {
        if (order.customer() == PastOrder.GUEST) {
          guests++;
        } else {
          visits[order.customer()]++;
        }
      }
      if (Arrays.stream(visits).allMatch(count -> count <= 1)) {
        say("No customer has more than one order: who comes back, and when, cannot be told.");
      }
      if (guests > HALF * orders) {
        say(
            "%d of %d orders name no customer: what is told of customers is of the others."
                .formatted(guests, orders));
      }
    }
    if (orders < FEW_ORDERS) {
      say("There are %d orders: every figure is a rough one.".formatted(orders));
    }
  }

  private void period() {
    long days = ChronoUnit.DAYS.between(history.first(), history.last()) + 1;
    if (days == 1) {
      say(
          "All orders are of one day, %s: neither weekdays nor months can be told."
              .formatted(history.first()));
    } else if (days < DAYS_OF_A_MONTH) {
      say("The orders span %d days: months cannot be told, weekdays hardly.".formatted(days));
    } else if (months() < MONTHS) {
      say(
          "The orders span %d days, and touch %d of twelve months: the others cannot be told."
              .formatted(days, months()));
    }
  }

  private long months() {
    return history.orders().stream()
        .map(order -> Instant.ofEpochMilli(order.at()).atZone(history.zone()).getMonth())
        .distinct()
        .count();
  }

  private void hours() {
    if (!history.hasHours()) {
      say("Orders have a day but no time: hours cannot be told.");
    }
  }

  private void goods() {
    long sold =
        history.orders().stream()
            .flatMapToInt(order -> Arrays.stream(order.products()))
            .distinct()
            .limit(2)
            .count();
    if (sold == 1) {
      say("Only one product was sold: what else is bought with it cannot be told.");
    }
    if (history.returns().isEmpty()) {
      say("Nothing came back: returns cannot be told.");
    }
  }

  private void say(String sentence) {
    found.add(sentence);
  }
}
