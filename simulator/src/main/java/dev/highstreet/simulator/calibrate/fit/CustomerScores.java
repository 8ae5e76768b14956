package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;

/** What the customers' orders have in common, score by score, and how well that can be seen. */
final class CustomerScores {
  private final ScoreRanks ranks;
  private final ScoreParts parts;
  private final int[] customerOf;
  private final int count;

  CustomerScores(Past past, ScoreRanks ranks, ScoreParts parts) {
    this.ranks = ranks;
    this.parts = parts;
    this.customerOf = parts.customerOf();
    this.count = past.customers().size();
  }

  /**
   * What customers' orders differ by on average, weighed by what can be seen; by customer, then
   * score.
   */
  double[][] means() {
    double[][] means = new double[count][Baskets.SCORES];
    double[][] counts = new double[count][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        means[customerOf[order]][score] += ranks.weight(score, order) * parts.untimed(score, order);
        counts[customerOf[order]][score] += ranks.weight(score, order);
      }
    }
    for (int customer = 0; customer < means.length; customer++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        means[customer][score] /= counts[customer][score];
      }
    }
    return means;
  }

  /**
   * The covariance of customers' parts over orders, lower triangle: the mean product of two
   * different orders of one customer, which no chance is common to.
   */
  double[] covariance() {
    double[] covariance = new double[6];
    double[] totals = new double[6];
    int from = 0;
    while (from < customerOf.length) {
      int to = from;
      while (to < customerOf.length && customerOf[to] == customerOf[from]) {
        to++;
      }
      for (int row = 0; row < Baskets.SCORES && to - from > 1; row++) {
        for (int column = 0; column <= row; column++) {
          double products = 0;
          double rows = 0;
          double columns = 0;
          double weightsOfBoth = 0;
          double rowWeights = 0;
          double columnWeights = 0;
          for (int order = from; order < to; order++) {
            double x = ranks.weight(row, order) * parts.untimed(row, order);
            double y = ranks.weight(column, order) * parts.untimed(column, order);
            products += x * y;
            rows += x;
            columns += y;
            weightsOfBoth += ranks.weight(row, order) * ranks.weight(column, order);
            rowWeights += ranks.weight(row, order);
            columnWeights += ranks.weight(column, order);
          }
          double pairs = rowWeights * columnWeights - weightsOfBoth;
          double weight = Math.sqrt(rowWeights * columnWeights) / pairs; // as many as it has orders
          int cell = Covariance.cell(row, column);
          covariance[cell] += weight * (rows * columns - products);
          totals[cell] += weight * pairs;
        }
      }
      from = to;
    }
    for (int cell = 0; cell < covariance.length; cell++) {
      covariance[cell] = totals[cell] > 0 ? covariance[cell] / totals[cell] : 0;
    }
    return covariance;
  }

  /**
   * The noise in each customer's means, by the covariance of orders' own parts; a full matrix each.
   *
   * @param spread by how much the deviations of own parts differ, by customer, then score
   */
  double[][][] noise(double[] orderCovariance, double[][] spread) {
    double[][][] noise = new double[count][Baskets.SCORES][Baskets.SCORES];
    double[][] sums = new double[count][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int row = 0; row < Baskets.SCORES; row++) {
        double weight = ranks.weight(row, order);
        sums[customerOf[order]][row] += weight;
        for (int column = 0; column < Baskets.SCORES; column++) {
          int cell = Covariance.cell(Math.max(row, column), Math.min(row, column));
          double[] by = spread[customerOf[order]];
          double own =
              orderCovariance[cell] * by[row] * by[column]
                  + (row == column ? 1 / weight - ScoreRanks.OWN : 0);
          noise[customerOf[order]][row][column] += weight * ranks.weight(column, order) * own;
        }
      }
    }
    for (int customer = 0; customer < noise.length; customer++) {
      for (int row = 0; row < Baskets.SCORES; row++) {
        for (int column = 0; column < Baskets.SCORES; column++) {
          noise[customer][row][column] /= sums[customer][row] * sums[customer][column];
        }
      }
    }
    return noise;
  }
}
