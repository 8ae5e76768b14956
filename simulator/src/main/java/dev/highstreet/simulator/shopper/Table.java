package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;

/**
 * A function of a score, given at evenly spaced scores, straight between them and level outside.
 */
final class Table {
  private final double[] values;
  private final double perScore;

  Table(Figures figures) {
    values = figures.toArray();
    perScore = (values.length - 1) / (-2 * Baskets.LEAST_SCORE);
  }

  double at(double score) {
    double place = (score - Baskets.LEAST_SCORE) * perScore;
    if (!(place > 0)) {
      return values[0];
    }
    int below = (int) place;
    if (below >= values.length - 1) {
      return values[values.length - 1];
    }
    return values[below] + (place - below) * (values[below + 1] - values[below]);
  }

  /** The value at a share from 0 to 1 of the way from the first figure to the last. */
  double along(double share) {
    double place = share * (values.length - 1);
    int below = Math.min((int) place, values.length - 2);
    return values[below] + (place - below) * (values[below + 1] - values[below]);
  }
}
