package dev.highstreet.simulator.warehouse;

import dev.highstreet.simulator.profile.StockProfile;

/**
 * When to order again, and how much: a shelf whose position (on hand, not promised, or on its way)
 * has fallen to the reorder point s is filled up to S. It is looked at each evening.
 *
 * <pre>
 *   safety stock = z · √((L + R) · σ² + μ² · σ_L²)
 *   s = μ · (L + R) + safety stock
 *   S = s + μ · cover
 * </pre>
 *
 * μ and σ are mean and standard deviation of a day's demand, L and σ_L those of the lead time in
 * days, R the day between two looks. Source: Silver, Pyke, Thomas: Inventory and Production
 * Management in Supply Chains, 4th edition, chapter 6 (the classical z · σ · √L is its case of a
 * certain lead time and no wait between looks).
 */
final class ReorderPolicy {
  private static final double REVIEW_DAYS = 1;
  private static final double MOST_UNITS = 100_000_000;

  private final double z;
  private final double leadMean;
  private final double leadVariance;
  private final double coverDays;

  ReorderPolicy(StockProfile profile) {
    double logVariance = profile.leadLogSd() * profile.leadLogSd();
    this.z = profile.safetyFactor();
    this.leadMean = profile.leadMedianDays() * Math.exp(logVariance / 2);
    this.leadVariance = leadMean * leadMean * Math.expm1(logVariance);
    this.coverDays = profile.coverDays();
  }

  /** The mean time from an order to the goods, in days. */
  double leadMean() {
    return leadMean;
  }

  /** Units held against bad luck. */
  double safetyStock(double dailyMean, double dailyVariance) {
    return z
        * Math.sqrt(
            (leadMean + REVIEW_DAYS) * dailyVariance + dailyMean * dailyMean * leadVariance);
  }

  /** The position at which to order, in units. */
  double reorderPoint(double dailyMean, double dailyVariance) {
    return dailyMean * (leadMean + REVIEW_DAYS) + safetyStock(dailyMean, dailyVariance);
  }

  /** Units to order at this position; 0 above the reorder point. */
  int quantity(int position, double dailyMean, double dailyVariance) {
    if (dailyMean <= 0) {
      return 0;
    }
    double reorderPoint = reorderPoint(dailyMean, dailyVariance);
    if (position > reorderPoint) {
      return 0;
    }
    double upTo = reorderPoint + dailyMean * coverDays;
    return units(upTo - position);
  }

  /** Units to begin with: in the middle of the cycle, above the safety stock. */
  int firstStock(double dailyMean, double dailyVariance) {
    double middle = reorderPoint(dailyMean, dailyVariance) + dailyMean * coverDays / 2;
    return units(middle);
  }

  private static int units(double wanted) {
    return (int) Math.min(MOST_UNITS, Math.max(1, Math.ceil(wanted)));
  }
}
