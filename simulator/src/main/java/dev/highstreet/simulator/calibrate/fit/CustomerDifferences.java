package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;

/**
 * In what the orders of some customers differ from those of others: of those who come more often,
 * and of those who were there at the very beginning.
 */
final class CustomerDifferences {
  private final ScoreRanks ranks;
  private final ScoreParts parts;
  private final int[] customerOf;
  private final double[][] means;

  CustomerDifferences(ScoreRanks ranks, ScoreParts parts, CustomerScores customers) {
    this.ranks = ranks;
    this.parts = parts;
    this.customerOf = parts.customerOf();
    this.means = customers.means();
  }

  /**
   * How the log of the deviation of orders' own parts grows with their customer's log rate:
   * log-linear least squares on the squares of what orders differ by from their customer's mean.
   */
  double[] spreadByRate(double[] logRates, double[] orderCovariance) {
    int[] counts = new int[means.length];
    for (int customer : customerOf) {
      counts[customer]++;
    }
    double[] spread = new double[Baskets.SCORES];
    for (int score = 0; score < Baskets.SCORES; score++) {
      double own = orderCovariance[Covariance.cell(score, score)];
      double[] log = {Math.log(own), 0}; // variance = exp(log[0] + log[1] × rate)
      double mean = 0;
      for (int customer : customerOf) {
        mean += logRates[customer] / customerOf.length;
      }
      for (int step = 0; step < 12; step++) {
        double[] gradient = {0, -4 * log[1]};
        double[] curvature = {1e-6, 0, 4};
        for (int order = 0; order < customerOf.length; order++) {
          int customer = customerOf[order];
          if (counts[customer] > 1) {
            double rate = logRates[customer] - mean;
            double chance = 1 / ranks.weight(score, order) - ScoreRanks.OWN;
            double variance = Math.exp(log[0] + log[1] * rate);
            double off = parts.untimed(score, order) - means[customer][score];
            double square = off * off * counts[customer] / (counts[customer] - 1.0);
            double relative = variance / (variance + chance);
            double miss = relative * (square / (variance + chance) - 1);
            miss = Math.min(miss, 8); // a few wild orders are not to decide
            gradient[0] += miss;
            gradient[1] += miss * rate;
            curvature[0] += relative * relative;
            curvature[1] += relative * relative * rate;
            curvature[2] += relative * relative * rate * rate;
          }
        }
        double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
        double a = (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant;
        double b = (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant;
        log[0] += Math.max(-0.5, Math.min(0.5, a));
        log[1] += Math.max(-0.2, Math.min(0.2, b));
      }
      spread[score] = Math.max(-0.5, Math.min(0.5, log[1] / 2));
    }
    return spread;
  }

  /**
   * How much the levels of customers who were seen first at the very beginning differ from others'
   * of the same rate: least squares on log rate and exp(−first day ÷ days).
   */
  double[] openingLevels(double[] logRates, double[] early, double[][][] noise) {
    double[] levels = new double[Baskets.SCORES];
    for (int score = 0; score < Baskets.SCORES; score++) {
      double[][] products = new double[3][4];
      for (int customer = 0; customer < means.length; customer++) {
        double weight = 1 / (ScoreParts.CUSTOMERS + noise[customer][score][score]);
        double[] row = {1, logRates[customer], early[customer], means[customer][score]};
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 4; j++) {
            products[i][j] += weight * row[i] * row[j];
          }
        }
      }
      products[2][2] += 20; // no more than the data say
      products[1][1] += 1e-9;
      for (int i = 0; i < 3; i++) { // Gauss
        for (int k = i + 1; k < 3; k++) {
          double ratio = products[i][i] == 0 ? 0 : products[k][i] / products[i][i];
          for (int j = i; j < 4; j++) {
            products[k][j] -= ratio * products[i][j];
          }
        }
      }
      levels[score] = products[2][2] == 0 ? 0 : products[2][3] / products[2][2];
    }
    return levels;
  }
}
