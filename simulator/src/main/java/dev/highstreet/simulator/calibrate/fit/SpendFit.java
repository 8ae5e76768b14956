package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.calibrate.SimulatedHistory;
import dev.highstreet.simulator.calibrate.score.Concentration;
import dev.highstreet.simulator.profile.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Lets spend be as concentrated as it really was. A normal tells little of the few regulars a shop
 * lives on: they come often, and buy many of a thing. So how much the more they buy of it the more
 * often they come is solved for: customers are simulated at two slopes, and the slope is taken at
 * which, along the line through both, spend has the Gini coefficient of the past (indirect
 * inference: Gouriéroux, Monfort, Renault 1993). Of the largest orders only that they are large
 * counts: a single one moves the coefficient of a simulation by hundredths.
 */
final class SpendFit {
  private static final double TRIED = 0.8;
  private static final double LEAST = -0.8;
  private static final double MOST = 1.5;
  private static final double USUAL_ORDERS = 0.995;
  private static final int MOST_CUSTOMERS = 10_000;
  private static final int FEWEST_CUSTOMERS = 50;
  private static final double ORDERS = 50_000;

  private final SalesHistory history;
  private final int customers;
  private final double largest;

  SpendFit(Past past) {
    this.history = past.history();
    double each = (double) past.orders().size() / past.customers().size();
    this.customers = (int) Math.max(FEWEST_CUSTOMERS, Math.min(MOST_CUSTOMERS, ORDERS / each));
    double[] values =
        past.orders().stream().mapToDouble(order -> value(order.order())).sorted().toArray();
    this.largest = values[(int) (USUAL_ORDERS * (values.length - 1))];
  }

  /**
   * The profile at the slope at which it is right.
   *
   * @param atSlope the profile by the slope of the level of quantity on the log rate
   */
  Profile refine(DoubleFunction<Profile> atSlope) {
    List<Profile> tried = List.of(atSlope.apply(0), atSlope.apply(TRIED));
    double[] ginis =
        tried.parallelStream()
            .mapToDouble(profile -> gini(SimulatedHistory.of(profile, history, customers, 1)))
            .toArray();
    double gain = (ginis[1] - ginis[0]) / TRIED;
    double slope = gain <= 0 ? 0 : (gini(history) - ginis[0]) / gain;
    return atSlope.apply(Math.max(LEAST, Math.min(MOST, slope)));
  }

  private double gini(SalesHistory sold) {
    double[] spend = new double[sold.customers()];
    for (PastOrder order : sold.orders()) {
      if (order.customer() != PastOrder.GUEST) {
        spend[order.customer()] += Math.min(largest, value(order));
      }
    }
    return new Concentration(Arrays.stream(spend).filter(amount -> amount > 0).toArray()).gini();
  }

  private static double value(PastOrder order) {
    double value = 0;
    for (int line = 0; line < order.lines(); line++) {
      value += order.quantities()[line] * (order.pricesMicros()[line] / 1e6);
    }
    return value;
  }
}
