package dev.highstreet.simulator.calibrate.fit;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
final class Normal {
  private Normal() {}

  /** The share of draws below a score. */
  static double share(double score) {
    return 0.5 * Erf.erfc(-score / Math.sqrt(2));
  }

  /** The score below which a share of draws is. */
  static double score(double share) {
    return -Math.sqrt(2) * Erf.erfcInv(2 * share);
  }
}
