package dev.highstreet.simulator.calibrate.fit;

import java.util.List;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * How long it takes for goods to come back: lognormal, by maximum likelihood. Of what came back
 * before parcels have surely arrived it is only known that it did, since goods come back once they
 * have arrived, however soon somebody made up their mind; of what came later, between which days;
 * and what would come after the last day has not been seen.
 */
final class LagFit {
  private static final double USUAL_MEDIAN = Math.log(9.4);
  private static final double USUAL_LOG_SD = Math.log(1.53);
  private static final double LEAST = 1e-300;

  private final List<SeenLag> lags;
  private double logMedian = USUAL_MEDIAN;
  private double logSd = 1.53;

  LagFit(List<SeenLag> lags) {
    this.lags = lags;
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
    for (SeenLag lag : lags) {
      if (lag.watched() > lag.arrived()) {
        double by = Math.max(lag.by(), lag.arrived());
        double before = lag.by() <= lag.arrived() ? 0 : share(lag.after(), median, deviation);
        double chance = share(by, median, deviation) - before;
        sum += Math.log(Math.max(LEAST, chance) / share(lag.watched(), median, deviation));
      }
    }
    return sum;
  }

  private static double share(double days, double median, double deviation) {
    return Math.max(LEAST, Normal.share((Math.log(days) - median) / deviation));
  }

  /** Keeps what few returns cannot tell near what is usual. */
  private static double penalty(double[] point) {
    double median = (point[0] - USUAL_MEDIAN) / 1.5;
    double deviation = point[1] - USUAL_LOG_SD;
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
