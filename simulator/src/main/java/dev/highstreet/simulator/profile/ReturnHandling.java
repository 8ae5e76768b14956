package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * What {@link Returns} leaves open, because few files tell it.
 *
 * @param categories chances that an order of a category leads to a return, for an average customer;
 *     of an order across categories, the mean over its lines counts. A category that is not named
 *     has the mean of the customers' propensity
 * @param secondShare share of returns that another of the same order follows, of what is left
 * @param longestDays nothing comes back later than this many days after the order
 * @param resaleableShare share of returned units that go back on the shelf
 * @param reasons in the shop's words
 */
public record ReturnHandling(
    Origin origin,
    List<Weighted> categories,
    double secondShare,
    double longestDays,
    double resaleableShare,
    List<Weighted> reasons) {
  /** Refuses what cannot be. */
  public ReturnHandling {
    Checks.given("returnHandling.origin", origin);
    Checks.size("returnHandling.categories", categories, 0, 10_000);
    categories = List.copyOf(categories);
    for (Weighted category : categories) {
      Checks.share("returnHandling.categories of " + category.name(), category.weight());
    }
    Checks.share("returnHandling.secondShare", secondShare);
    Checks.between("returnHandling.longestDays", longestDays, 1, 3_650);
    Checks.share("returnHandling.resaleableShare", resaleableShare);
    Checks.size("returnHandling.reasons", reasons, 1, 100);
    reasons = List.copyOf(reasons);
  }

  /** Every category alike. Nobody's figures; the reasons are those that shops offer to tick. */
  public static ReturnHandling priors() {
    return new ReturnHandling(
        Origin.assumed("usual of shops that sell to the public"),
        List.of(),
        0.05,
        365,
        0.9,
        List.of(
            new Weighted("Changed mind", 30),
            new Weighted("Not as described", 18),
            new Weighted("Damaged in transit", 14),
            new Weighted("Faulty", 13),
            new Weighted("Wrong item", 9),
            new Weighted("Ordered too many", 9),
            new Weighted("Arrived too late", 7)));
  }

  /**
   * Categories of a shop for consumers, each at the middle of the usual range: fashion 30 to 40 %,
   * electronics 8 to 15 %, home 5 to 10 % (ranges in trade surveys of British and American online
   * shops; no single source).
   */
  public static ReturnHandling consumerPriors() {
    ReturnHandling priors = priors();
    return new ReturnHandling(
        Origin.prior("ranges in trade surveys of online shops, by category"),
        List.of(
            new Weighted("Fashion", 0.35),
            new Weighted("Electronics", 0.115),
            new Weighted("Home", 0.075)),
        priors.secondShare,
        60,
        priors.resaleableShare,
        priors.reasons);
  }
}
