package dev.highstreet.simulator.profile;

/**
 * What is really paid for lines of so many units or more.
 *
 * @param from the least number of units, 1 or more
 * @param ratios price paid ÷ list price, all equally likely; above 0 and 1 at most
 */
public record PriceBreak(int from, Figures ratios) {
  /** Nothing is sold for less than this share of its list price. */
  static final double LEAST_RATIO = 1e-6;

  /** Refuses what cannot be. */
  public PriceBreak {
    Checks.count("assortment.products.breaks.from", from, 1, 1_000_000);
    Checks.size("assortment.products.breaks.ratios", ratios, 1, 100);
    Checks.each("assortment.products.breaks.ratios", ratios, LEAST_RATIO, 1);
  }
}
