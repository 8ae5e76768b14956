package dev.highstreet.simulator.calibrate.fit;

import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * How long it takes for goods to come back: lognormal, by maximum likelihood. Of what came within a
 * week it is only known that it did, since goods come back once they have arrived, however soon
 * somebody made up their mind; and what would come after the last day has not been seen.
 */
final class LagFit {
  /** Days by which nearly everything has arrived. */
  static final double ARRIVED = 14;

  private static final double USUAL_MEDIAN = Math.log(9.4);
  private static final double USUAL_LOG_SD = Math.log(1.53);

  private final double[] lags;
  private final double[] watched;
  private double logMedian = USUAL_MEDIAN;
  private double logSd = 1.53;

  /**
   * Lags in days.
   *
   * @param watched days from each one's order to the end of the last day
   */
  LagFit(double[] lags, double[] watched) {
    this.lags = lags;
    this.watched = watched;
  }

  LagFit fit() {
    double[] found =
        new SimplexOptimizer(new SimpleValueChecker(-1, 1e-4))
            .optimize(
                new ObjectiveFunction(point -> log(point[0], Math.exp(point[1])) - penalty(point)),
                GoalType.MAXIMIZE,
                new InitialGuess(new double[] {USUAL_MEDIAN, USUAL_LOG_SD}),
                new NelderMeadSimplex(new double[] {0.5, 0.3}),
                new MaxEval(2_000))
            .getPoint();
    logMedian = found[0];
    logSd = Math.exp(found[1]);
    return this;
  }

  private double log(double median, double deviation) {
    double sum = 0;
    for (int i = 0; i < lags.length; i++) {
      if (watched[i] > ARRIVED) {
        double seen = share(watched[i], median, deviation);
        if (lags[i] <= ARRIVED) {
          sum += Math.log(share(ARRIVED, median, deviation) / seen);
        } else {
          double z = (Math.log(lags[i]) - median) / deviation;
          sum -= z * z / 2 + Math.log(deviation * seen);
        }
      }
    }
    return sum;
  }

  private static double share(double days, double median, double deviation) {
    return Math.max(1e-300, Normal.share((Math.log(days) - median) / deviation));
  }

  /** Keeps what few returns cannot tell near what is usual. */
  private static double penalty(double[] point) {
    double median = (point[0] - USUAL_MEDIAN) / 1.5;
    double deviation = (point[1] - USUAL_LOG_SD) / 0.5;
    return (median * median + deviation * deviation) / 2;
  }

  double medianDays() {
    return Math.exp(logMedian);
  }

  double logSd() {
    return logSd;
  }

  /** The share of goods that have come back so many days after the order. */
  double share(double days) {
    return share(Math.max(days, 1e-3), logMedian, logSd);
  }
}
