package dev.highstreet.simulator.shopper;

/** Evenly spaced quantiles, from the least to the greatest, as a function. */
final class Quantiles {
  private Quantiles() {}

  /** The quantile at a share from 0 to 1, between two figures in proportion. */
  static double at(double[] quantiles, double share) {
    double place = share * (quantiles.length - 1);
    int below = (int) place;
    if (below >= quantiles.length - 1) {
      return quantiles[quantiles.length - 1];
    }
    return quantiles[below] + (place - below) * (quantiles[below + 1] - quantiles[below]);
  }
}
