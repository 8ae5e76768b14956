package dev.highstreet.simulator.profile;

/**
 * Who sends goods back, how much, and when. A customer's propensity, the chance that an order leads
 * to a return, is a beta draw. Orders that are cancelled are another matter: see {@link
 * FulfilmentProfile#cancelledShare}. A line is a product of an order.
 *
 * @param propensityAlpha first parameter of the beta distribution
 * @param propensityBeta second parameter of the beta distribution
 * @param linesShare chance that a line of an order with a return is among those that come back
 *     first, beyond one that does
 * @param wholeShare share of returned lines of several units of which all units come back that are
 *     left; a single unit comes back or not
 * @param lagMedianDays median of the lognormal time from the order to the return, in days. Goods
 *     that have not arrived by then come back soon after they have
 * @param lagLogSd standard deviation of the log of that time
 */
public record Returns(
    Origin origin,
    double propensityAlpha,
    double propensityBeta,
    double linesShare,
    double wholeShare,
    double lagMedianDays,
    double lagLogSd) {
  /** Refuses what cannot be. */
  public Returns {
    Checks.given("returns.origin", origin);
    Checks.positive("returns.propensityAlpha", propensityAlpha);
    Checks.positive("returns.propensityBeta", propensityBeta);
    Checks.share("returns.linesShare", linesShare);
    Checks.share("returns.wholeShare", wholeShare);
    Checks.positive("returns.lagMedianDays", lagMedianDays);
    Checks.between("returns.lagLogSd", lagLogSd, 0, 10);
  }
}
