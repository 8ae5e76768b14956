package dev.highstreet.simulator.profile;

/**
 * What no file of transactions can tell: browsing, stores, fulfilment, stock, payments, fraud and
 * promotions.
 */
public record WorldProfile(Origin origin) {
  /** Refuses what is incomplete. */
  public WorldProfile {
    Checks.given("world.origin", origin);
  }

  /** What is known of shops in general. */
  public static WorldProfile priors() {
    return new WorldProfile(Origin.prior("published figures of other shops"));
  }
}
