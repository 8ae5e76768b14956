package dev.highstreet.simulator.calibrate.fit;

import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds how often customers come, by maximum likelihood (Nelder and Mead 1965), and the regularity
 * that fits best.
 */
final class VisitsFit {
  /**
   * What was found.
   *
   * @param shape k of the Erlang gaps
   * @param logLikelihood of all customers
   */
  record Found(int shape, VisitLikelihood.Parameters parameters, double logLikelihood) {}

  private static final int MOST_SHAPE = 4;
  private static final int SAMPLE = 800;
  private static final double[] STEPS = {0.4, 0.3, 0.7, 0.4, 0.5, 0.7};
  private static final double MOST_LOG_DAYS = Math.log(200);

  private final VisitTimes times;

  VisitsFit(VisitTimes times) {
    this.times = times;
  }

  Found fit() {
    int step = Math.max(1, times.customers / SAMPLE);
    double[] start = start();
    double[] best = start;
    double highest = Double.NEGATIVE_INFINITY;
    int shape = 1;
    for (int k = 1; k <= MOST_SHAPE; k++) {
      PointValuePair found = maximise(new VisitLikelihood(times, k, step), best, STEPS, 140);
      if (found.getValue() > highest) {
        highest = found.getValue();
        best = found.getPoint();
        shape = k;
      } else {
        break; // it falls from here on
      }
    }
    double[] small = STEPS.clone();
    for (int i = 0; i < small.length; i++) {
      small[i] /= 3;
    }
    PointValuePair found = maximise(new VisitLikelihood(times, shape, 1), best, small, 180);
    return new Found(shape, parameters(found.getPoint()), found.getValue());
  }

  private double[] start() {
    double gaps = 1;
    double elapsed = 1;
    for (int customer = 0; customer < times.customers; customer++) {
      gaps += times.gaps[customer];
      elapsed += times.between[customer] + times.after[customer];
    }
    return new double[] {Math.log(gaps / elapsed), Math.log(0.9), -2.5, 0.5, Math.log(20), -3.5};
  }

  private static PointValuePair maximise(
      VisitLikelihood likelihood, double[] start, double[] steps, int evaluations) {
    int[] left = {evaluations};
    return new SimplexOptimizer(
            (iteration, previous, current) ->
                left[0] <= 0
                    || new SimpleValueChecker(-1, 0.02).converged(iteration, previous, current))
        .optimize(
            new ObjectiveFunction(
                point -> {
                  left[0]--;
                  return likelihood.log(parameters(point)) - penalty(point);
                }),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(steps),
            new MaxEval(10 * evaluations));
  }

  /** Keeps what the data cannot tell near what is usual. */
  private static double penalty(double[] point) {
    double days = point[4] - Math.log(20);
    double opening = point[3];
    return 0.5 * days * days
        + 0.05 * opening * opening
        + 0.01 * (point[2] * point[2] + point[5] * point[5]);
  }

  private static VisitLikelihood.Parameters parameters(double[] point) {
    return new VisitLikelihood.Parameters(
        Math.max(-15, Math.min(3, point[0])),
        Math.exp(Math.max(-4, Math.min(1.5, point[1]))),
        1 / (1 + Math.exp(-point[2])),
        1 / (1 + Math.exp(-point[5])),
        Math.max(-5, Math.min(5, point[3])),
        Math.exp(Math.max(0, Math.min(MOST_LOG_DAYS, point[4]))));
  }
}
