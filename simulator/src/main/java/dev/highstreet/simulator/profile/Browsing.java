package dev.highstreet.simulator.profile;

/**
 * What people do besides buying. Orders come first, and sessions are added around them: none of
 * these figures changes what is sold.
 *
 * @param phoneSessions share of the website's sessions on phones, 0 to 1
 * @param phoneConversion share of sessions on phones that end in an order, above 0
 * @param computerConversion share of sessions on computers that end in an order, above 0
 * @param cartAbandonment share of carts that are left behind; below 1
 * @param checkoutAbandonment share of checkouts that are left behind; below 1
 * @param shopConversion share of visits to shops in which something is bought, above 0
 * @param views mean number of products that are looked at in a session without an order, 1 or more
 * @param searchShare chance that a look at a product follows a search
 * @param wishlistShare chance that a product that is looked at is put on a wish list
 * @param knownShare share of sessions without an order whose visitor is logged in
 * @param sampled share of sessions and visits without an order that are recorded at all: activity
 *     is most of a shop's events, and a small demonstration may want less of it
 */
public record Browsing(
    Origin origin,
    double phoneSessions,
    double phoneConversion,
    double computerConversion,
    double cartAbandonment,
    double checkoutAbandonment,
    double shopConversion,
    double views,
    double searchShare,
    double wishlistShare,
    double knownShare,
    double sampled) {
  private static final double LEAST_CONVERSION = 0.001;

  /** Refuses what cannot be. */
  public Browsing {
    Checks.given("world.browsing.origin", origin);
    Checks.share("world.browsing.phoneSessions", phoneSessions);
    Checks.between("world.browsing.phoneConversion", phoneConversion, LEAST_CONVERSION, 1);
    Checks.between("world.browsing.computerConversion", computerConversion, LEAST_CONVERSION, 1);
    Checks.between("world.browsing.cartAbandonment", cartAbandonment, 0, 0.999);
    Checks.between("world.browsing.checkoutAbandonment", checkoutAbandonment, 0, cartAbandonment);
    Checks.between("world.browsing.shopConversion", shopConversion, LEAST_CONVERSION, 1);
    Checks.between("world.browsing.views", views, 1, 100);
    Checks.share("world.browsing.searchShare", searchShare);
    Checks.share("world.browsing.wishlistShare", wishlistShare);
    Checks.share("world.browsing.knownShare", knownShare);
    Checks.share("world.browsing.sampled", sampled);
  }

  /** What is published of web shops and of visits to shops. */
  public static Browsing priors() {
    return new Browsing(
        Origin.prior(
            "web shops convert 2.8 % of sessions (1.1 to 4.5), 4.7 % on computers and 2.4 % on"
                + " phones; about 70 % of carts and 32 to 37 % of checkouts are left behind; shops"
                + " convert 20 to 30 % of visits"),
        0.83,
        0.024,
        0.047,
        0.70,
        0.35,
        0.25,
        4,
        0.25,
        0.03,
        0.25,
        1);
  }

  /** The same, of which another share is recorded. */
  public Browsing sampledAt(double share) {
    return new Browsing(
        origin,
        phoneSessions,
        phoneConversion,
        computerConversion,
        cartAbandonment,
        checkoutAbandonment,
        shopConversion,
        views,
        searchShare,
        wishlistShare,
        knownShare,
        share);
  }
}
