package dev.highstreet.simulator.profile;

/**
 * What is in an order.
 *
 * @param lines quantiles of the number of lines, evenly spaced from the least to the greatest
 */
public record Baskets(Origin origin, Figures lines) {
  /** Refuses what cannot be. */
  public Baskets {
    Checks.given("baskets.origin", origin);
    Checks.size("baskets.lines", lines, 2, 1000);
    Checks.each("baskets.lines", lines, 1, 10_000);
    Checks.ascending("baskets.lines", lines);
  }
}
