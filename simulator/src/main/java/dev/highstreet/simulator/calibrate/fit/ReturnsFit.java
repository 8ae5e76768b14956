package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Who sends goods back, how much, and when; and how many orders are cancelled. Orders of the last
 * days have not seen all of their returns yet: what they still lack is made up for.
 */
final class ReturnsFit {
  private static final int FEWEST = 20;
  private static final double MOST = 0.99;
  private static final double LONGEST_DAYS = ReturnHandling.priors().longestDays();
  private static final double DAY = 86_400_000.0;

  private final Past past;
  private final Set<PastOrder> cancelled = new HashSet<>();
  private final List<MatchedReturn> first = new ArrayList<>();
  private final Map<Integer, Integer> returnedBy = new HashMap<>();
  private Returns returns;

  ReturnsFit(Past past) {
    this.past = past;
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

  ReturnsFit fit() {
    int further = 0;
    int lines = 0;
    int several = 0;
    int whole = 0;
    for (MatchedReturn back : ReturnMatching.of(past)) {
      if (back.isCancellation()) {
        cancelled.add(back.order());
      } else {
        if (back.isFirst()) {
          first.add(back);
          returnedBy.merge(back.order().customer(), 1, Integer::sum);
          further += back.back() - 1;
          lines += back.lines() - 1;
        }
        several += back.several();
        whole += back.whole();
      }
    }
    if (first.size() < FEWEST) {
      returns = prior("returns of %d orders can be told to belong to them".formatted(first.size()));
      return this;
    }
    LagFit lag = new LagFit(BookingDays.of(past.history()).lags(first)).fit();
    double[] beta = beta(lag);
    double usual = prior("none").wholeShare();
    returns =
        new Returns(
            Origin.fitted("%d orders of which something came back".formatted(first.size())),
            round(beta[0]),
            round(beta[1]),
            round((double) further / Math.max(1, lines)),
            round(several == 0 ? usual : (double) whole / several),
            round(lag.medianDays()),
            round(lag.logSd()));
    return this;
  }

  Returns returns() {
    return returns;
  }

  /** The share of orders that are cancelled; empty if there is nothing to tell it by. */
  OptionalDouble cancelledShare() {
    long tell = past.orders().stream().filter(order -> products(order.order()) > 1).count();
    return first.size() < FEWEST || tell == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(round((double) cancelled.size() / tell));
  }

  private static long products(PastOrder order) {
    return Arrays.stream(order.products()).distinct().limit(2).count();
  }

  /** Days from an order to the end of the last day. */
  private double watched(PastOrder order) {
    return (past.history()
                .last()
                .plusDays(1)
                .atStartOfDay(past.history().zone())
                .toInstant()
                .toEpochMilli()
            - order.at())
        / DAY;
  }

  private double[] beta(LagFit lag) {
    List<List<Past.Order>> customers = past.customers();
    int[] orders = new int[customers.size()];
    int[] returned = new int[customers.size()];
    double all = 0;
    double seen = 0;
    for (int customer = 0; customer < orders.length; customer++) {
      returned[customer] =
          returnedBy.getOrDefault(customers.get(customer).get(0).order().customer(), 0);
      for (Past.Order order : customers.get(customer)) {
        if (!cancelled.contains(order.order())) {
          orders[customer]++;
          seen += Math.min(1, lag.share(watched(order.order())) / lag.share(LONGEST_DAYS));
        }
      }
      all += orders[customer];
    }
    double share = Math.min(MOST, first.size() / all);
    double mean = Math.min(MOST, first.size() / seen);
    double size = new PropensityFit(orders, returned, share).size();
    // what is not seen thins the propensities, and how much they differ with them
    double whole = Math.max(0.2, (size + 1) * (share / mean) * (1 - mean) / (1 - share) - 1);
    return new double[] {Math.max(1e-3, mean * whole), Math.max(1e-3, (1 - mean) * whole)};
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
