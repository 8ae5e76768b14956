package dev.highstreet.simulator.profile;

/**
 * Orders of people whom the shop does not know.
 *
 * @param ordersPerVisit orders of guests for each visit of a customer; 0 where everybody is known
 */
public record Guests(Origin origin, double ordersPerVisit) {
  /** Refuses what cannot be. */
  public Guests {
    Checks.given("guests.origin", origin);
    Checks.between("guests.ordersPerVisit", ordersPerVisit, 0, 1000);
  }
}
