package dev.highstreet.simulator.profile;

/**
 * Where the shop sells. What is neither sold on a marketplace nor in a shop is sold on the website.
 *
 * @param marketplaces how many there are
 * @param marketplaceShare share of purchases on marketplaces
 * @param commissionRate share of net sales that a marketplace keeps
 * @param shops how many physical shops there are
 * @param shopShare share of purchases in shops, as far as these are open and at home
 * @param habit how often a customer goes to the store that is theirs; else to any
 */
public record Channels(
    Origin origin,
    int marketplaces,
    double marketplaceShare,
    double commissionRate,
    int shops,
    double shopShare,
    double habit) {
  private static final int MOST_STORES = 1_000;

  /** Refuses what cannot be. */
  public Channels {
    Checks.given("world.channels.origin", origin);
    Checks.count("world.channels.marketplaces", marketplaces, 0, MOST_STORES);
    Checks.between(
        "world.channels.marketplaceShare", marketplaceShare, 0, marketplaces == 0 ? 0 : 1);
    Checks.share("world.channels.commissionRate", commissionRate);
    Checks.count("world.channels.shops", shops, 0, MOST_STORES);
    Checks.between("world.channels.shopShare", shopShare, 0, shops == 0 ? 0 : 1 - marketplaceShare);
    Checks.share("world.channels.habit", habit);
  }

  /** A web shop with a foot in the high street. */
  public static Channels priors() {
    return new Channels(
        Origin.assumed(
            "a web shop with two marketplaces and six shops; commissions are those that large"
                + " marketplaces publish, 8 to 15 %"),
        2,
        0.15,
        0.12,
        6,
        0.15,
        0.85);
  }
}
