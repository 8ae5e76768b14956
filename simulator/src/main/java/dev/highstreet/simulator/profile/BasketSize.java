package dev.highstreet.simulator.profile;

/**
 * How quantities and prices come about in orders of about so many lines: tables over five scores,
 * as {@link Baskets} says. The first two are the order's scores of quantity and of price, the
 * others are its own; a correlation ties them together.
 *
 * <p>A product is drawn with its popularity × exp(tilt × x − narrowing × x² ÷ 2), where x is the
 * log of its list price less the log of the usual one. The units of a line are the product's own at
 * a score of level + slope × (x − mean x of the order) + noise × a normal draw.
 *
 * @param upTo the most lines that this is about, 1 or more; the last one holds for all larger
 *     orders
 * @param correlation of the five scores, the lower triangle row by row: 15 figures
 * @param level table over the first score
 * @param tilt table over the second score
 * @param narrowing table over the third score
 * @param noise table over the fourth score
 * @param slope table over the fifth score
 * @param plain logs of what an order comes to when it is filled like that, ascending; none if
 *     nobody cares
 * @param wished logs of what people want it to come to instead, one for each of the plain ones:
 *     they fill up to a round sum, or to free delivery
 */
public record BasketSize(
    int upTo,
    Figures correlation,
    Figures level,
    Figures tilt,
    Figures narrowing,
    Figures noise,
    Figures slope,
    Figures plain,
    Figures wished) {
  /** How many scores there are. */
  public static final int SCORES = 5;

  private static final double MOST = 50;

  /** Refuses what cannot be. */
  public BasketSize {
    Checks.count("baskets.sizes.upTo", upTo, 1, Integer.MAX_VALUE);
    Checks.size("baskets.sizes.correlation", correlation, SCORES * (SCORES + 1) / 2);
    Checks.each("baskets.sizes.correlation", correlation, -1, 1);
    table("baskets.sizes.level", level, -MOST);
    table("baskets.sizes.tilt", tilt, -MOST);
    table("baskets.sizes.narrowing", narrowing, -MOST);
    table("baskets.sizes.slope", slope, -MOST);
    Checks.size("baskets.sizes.plain", plain, 0, 1000);
    Checks.each("baskets.sizes.plain", plain, -MOST, MOST);
    Checks.ascending("baskets.sizes.plain", plain);
    Checks.size("baskets.sizes.wished", wished, plain.size());
    Checks.each("baskets.sizes.wished", wished, -MOST, MOST);
    Checks.ascending("baskets.sizes.wished", wished);
    table("baskets.sizes.noise", noise, 0);
  }

  private static void table(String field, Figures table, double least) {
    Checks.size(field, table, 2, 200);
    Checks.each(field, table, least, MOST);
  }
}
