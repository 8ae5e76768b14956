package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Visits;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * How often an order is followed by another within the visit: a logistic regression on the log of
 * the customer's rate with a normal part of the customer's own, and the minutes in between.
 */
final class FurtherFit {
  private static final int QUANTILES = 41;
  private static final double MILLIS_A_MINUTE = 60_000;
  private static final int FEWEST = 30;
  private static final int NODES = 12;

  private FurtherFit() {}

  static Visits fit(Past past, int shape, double[] logRates, Origin origin) {
    double[] trials = new double[logRates.length];
    double[] again = new double[logRates.length];
    double[] minutes = new double[past.orders().size()];
    int count = 0;
    for (int customer = 0; customer < logRates.length; customer++) {
      List<Past.Order> orders = past.customers().get(customer);
      trials[customer] = orders.size();
      for (int i = 1; i < orders.size(); i++) {
        if (orders.get(i).isFurther()) {
          again[customer]++;
          minutes[count++] =
              (orders.get(i).order().at() - orders.get(i - 1).order().at()) / MILLIS_A_MINUTE;
        }
      }
    }
    if (count < FEWEST) {
      double share = (count + 0.5) / (past.orders().size() + 10);
      return new Visits(
          origin, shape, Math.log(share / (1 - share)), 0, 0, Figures.of(0, 2, 5, 20, 120));
    }
    double[] line = regress(logRates, trials, again);
    minutes = Arrays.copyOf(minutes, count);
    Arrays.sort(minutes);
    double[] quantiles = new double[QUANTILES];
    for (int i = 0; i < QUANTILES; i++) {
      quantiles[i] = Math.max(0, minutes[(int) ((long) i * (count - 1) / (QUANTILES - 1))]);
    }
    return new Visits(
        origin,
        shape,
        round(Math.max(-50, Math.min(5, line[0]))),
        round(Math.max(-5, Math.min(5, line[1]))),
        round(Math.min(10, line[2])),
        Figures.rounded(4, quantiles));
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** Intercept, slope and spread of the log odds, by maximum likelihood. */
  private static double[] regress(double[] x, double[] trials, double[] successes) {
    double all = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      all += trials[i];
      sum += trials[i] * x[i];
    }
    double mean = sum / all; // centred, the figures hardly depend on each other
    double share = Arrays.stream(successes).sum() / all;
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(NODES);
    double[] found =
        new SimplexOptimizer(1e-6, 0.01)
            .optimize(
                new ObjectiveFunction(
                    point -> {
                      double log = -0.5 * point[1] * point[1] - 0.1 * point[2] * point[2];
                      double[] odds = new double[NODES];
                      for (int i = 0; i < x.length; i++) {
                        double middle = point[0] + point[1] * (x[i] - mean);
                        double likelihood = 0;
                        for (int node = 0; node < NODES; node++) {
                          odds[node] = middle + Math.sqrt(2) * point[2] * rule.getPoint(node);
                          double p = 1 / (1 + Math.exp(-odds[node]));
                          likelihood +=
                              rule.getWeight(node)
                                  * Math.exp(
                                      successes[i] * odds[node]
                                          + trials[i] * Math.log1p(-Math.min(p, 1 - 1e-12)));
                        }
                        log += Math.log(likelihood + 1e-300);
                      }
                      return log;
                    }),
                GoalType.MAXIMIZE,
                new InitialGuess(new double[] {Math.log(share / (1 - share)) - 0.3, 0.5, 0.8}),
                new NelderMeadSimplex(new double[] {0.4, 0.3, 0.3}),
                new MaxEval(400))
            .getPoint();
    return new double[] {found[0] - found[1] * mean, found[1], Math.abs(found[2])};
  }
}
