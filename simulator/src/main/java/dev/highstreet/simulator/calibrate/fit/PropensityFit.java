package dev.highstreet.simulator.calibrate.fit;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * How much customers differ in how often their orders come back: the size α + β of a beta
 * distribution whose mean is known, by the likelihood of the beta-binomial.
 */
final class PropensityFit {
  private static final double LEAST = Math.log(0.2);
  private static final double MOST = Math.log(500);

  private final int[] orders;
  private final int[] returned;
  private final double mean;

  /**
   * Customers' orders, and how many of each customer's had something come back.
   *
   * @param mean share of orders of which something came back, between 0 and 1
   */
  PropensityFit(int[] orders, int[] returned, double mean) {
    this.orders = orders;
    this.returned = returned;
    this.mean = mean;
  }

  double size() {
    return Math.exp(
        new BrentOptimizer(1e-4, 1e-4)
            .optimize(
                new UnivariateObjectiveFunction(logSize -> log(Math.exp(logSize))),
                GoalType.MAXIMIZE,
                new SearchInterval(LEAST, MOST, Math.log(3)),
                new MaxEval(200))
            .getPoint());
  }

  private double log(double size) {
    double sum = 0;
    for (int customer = 0; customer < orders.length; customer++) {
      for (int i = 0; i < returned[customer]; i++) {
        sum += Math.log(mean * size + i);
      }
      for (int i = 0; i < orders[customer] - returned[customer]; i++) {
        sum += Math.log((1 - mean) * size + i);
      }
      for (int i = 0; i < orders[customer]; i++) {
        sum -= Math.log(size + i);
      }
    }
    return sum;
  }
}
