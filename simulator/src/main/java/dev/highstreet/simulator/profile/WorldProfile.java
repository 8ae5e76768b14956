package dev.highstreet.simulator.profile;

/**
 * What no file of transactions can tell.
 *
 * @param channels where the shop sells
 * @param costs what products cost the shop, and deliveries the customer
 * @param loyalty how the shop thanks customers who come back
 * @param browsing what people do besides buying
 */
public record WorldProfile(Channels channels, Costs costs, Loyalty loyalty, Browsing browsing) {
  /** Refuses what is incomplete. */
  public WorldProfile {
    Checks.given("world.channels", channels);
    Checks.given("world.costs", costs);
    Checks.given("world.loyalty", loyalty);
    Checks.given("world.browsing", browsing);
  }

  /** What is known of shops in general. */
  public static WorldProfile priors() {
    return new WorldProfile(Channels.priors(), Costs.priors(), Loyalty.priors(), Browsing.priors());
  }
}
