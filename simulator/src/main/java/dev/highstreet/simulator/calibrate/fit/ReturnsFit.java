package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Returns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who sends goods back, how much, and when. A returned line belongs to the customer's last earlier
 * order that holds its product; what has no such order is left out.
 */
final class ReturnsFit {
  private static final int FEWEST = 20;
  private static final double DAY = 86_400_000.0;

  private final Past past;
  private int matched;
  private int whole;
  private double logs;
  private double squares;
  private final double[] returned;
  private int ordersWithReturn;
  private int linesBack;
  private int linesOfThose;

  private ReturnsFit(Past past) {
    this.past = past;
    this.returned = new double[past.history().customers()];
  }

  static Returns fit(Past past) {
    return new ReturnsFit(past).fit();
  }

  /** What is known of returns to shops of about this kind. */
  static Returns prior(String reason) {
    return new Returns(
        Origin.prior("returns of home goods, 5–10 % of orders; lag as of Online Retail; " + reason),
        0.3,
        3.7,
        0.3,
        0.7,
        9.4,
        1.53);
  }

  private Returns fit() {
    List<List<Past.Order>> byCustomer = new java.util.ArrayList<>();
    for (int customer = 0; customer < past.history().customers(); customer++) {
      byCustomer.add(List.of());
    }
    for (List<Past.Order> orders : past.customers()) {
      byCustomer.set(orders.get(0).order().customer(), orders);
    }
    Set<PastOrder> hit = new HashSet<>();
    for (PastReturn back : past.history().returns()) {
      if (back.customer() != PastOrder.GUEST) {
        for (int line = 0; line < back.products().length; line++) {
          match(back, line, byCustomer.get(back.customer()), hit);
        }
      }
    }
    if (matched < FEWEST) {
      return prior("%d returns can be told to belong to an order".formatted(matched));
    }
    for (PastOrder order : hit) {
      ordersWithReturn++;
      returned[order.customer()]++;
      linesOfThose += order.lines();
    }
    double[] beta = beta();
    double mean = logs / matched;
    double deviation = Math.sqrt(Math.max(0.01, squares / matched - mean * mean));
    double more =
        (double) (linesBack - ordersWithReturn) / Math.max(1, linesOfThose - ordersWithReturn);
    return new Returns(
        Origin.fitted("%d returned lines that belong to an order".formatted(matched)),
        beta[0],
        beta[1],
        round(Math.max(0, Math.min(1, more))),
        round((double) whole / matched),
        round(Math.exp(mean)),
        round(deviation));
  }

  private void match(PastReturn back, int line, List<Past.Order> orders, Set<PastOrder> hit) {
    for (int i = orders.size() - 1; i >= 0; i--) {
      PastOrder order = orders.get(i).order();
      for (int j = 0; order.at() < back.at() && j < order.lines(); j++) {
        if (order.products()[j] == back.products()[line]) {
          double log = Math.log(Math.max((back.at() - order.at()) / DAY, 0.02));
          matched++;
          linesBack++;
          logs += log;
          squares += log * log;
          whole += back.quantities()[line] >= order.quantities()[j] ? 1 : 0;
          hit.add(order);
          return;
        }
      }
    }
  }

  /**
   * By moments: mean of the shares of orders that come back, and how much they vary beyond chance.
   */
  private double[] beta() {
    double orders = past.orders().size();
    double mean = ordersWithReturn / orders;
    double excess = 0;
    double pairs = 0;
    for (List<Past.Order> own : past.customers()) {
      double n = own.size();
      double k = returned[own.get(0).order().customer()];
      excess += k * (k - 1);
      pairs += n * (n - 1);
    }
    double second = pairs > 0 ? excess / pairs : mean * mean;
    double variance = Math.max(second - mean * mean, 0.02 * mean * (1 - mean));
    double size = Math.max(0.2, mean * (1 - mean) / variance - 1);
    return new double[] {
      round(Math.max(1e-3, mean * size)), round(Math.max(1e-3, (1 - mean) * size))
    };
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
