package dev.highstreet.simulator.profile;

/**
 * Orders of people whom the shop does not know.
 *
 * @param ordersPerVisit orders of guests for each visit of a customer; 0 where everybody is known
 * @param lines quantiles of the number of lines, evenly spaced from the least to the greatest
 * @param quantity what is added to the score of quantity, see {@link Baskets}
 * @param price what is added to the score of price
 */
public record Guests(
    Origin origin, double ordersPerVisit, Figures lines, double quantity, double price) {
  /** Refuses what cannot be. */
  public Guests {
    Checks.given("guests.origin", origin);
    Checks.between("guests.ordersPerVisit", ordersPerVisit, 0, 1000);
    Checks.size("guests.lines", lines, 2, 1000);
    Checks.each("guests.lines", lines, 1, 10_000);
    Checks.ascending("guests.lines", lines);
    Checks.between("guests.quantity", quantity, -10, 10);
    Checks.between("guests.price", price, -10, 10);
  }
}
