package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * Warehouses, and how they are kept stocked.
 *
 * @param sites the warehouses
 * @param safetyFactor z of the safety stock: 1.88 leaves 3 % of the order cycles without stock at
 *     their end
 * @param leadMedianDays median of the lognormal time from an order to a supplier until the goods
 *     are here, in days
 * @param leadLogSd standard deviation of the log of that time
 * @param coverDays days of expected demand that an order to a supplier covers
 * @param lotCostLogSd standard deviation of the log of a lot's unit cost around the product's
 * @param lossShare units lost, broken or stolen for each unit that is picked
 * @param countsAYear how often a year each shelf is counted
 * @param foundShare share of counted differences in which units turn up instead
 */
public record StockProfile(
    Origin origin,
    List<Site> sites,
    double safetyFactor,
    double leadMedianDays,
    double leadLogSd,
    double coverDays,
    double lotCostLogSd,
    double lossShare,
    double countsAYear,
    double foundShare) {

  /**
   * A warehouse.
   *
   * @param id as in events
   * @param region the part of the country that it serves first
   * @param share of the demand that it is expected to serve, in proportion
   */
  public record Site(String id, Region region, double share) {
    /** Refuses what cannot be. */
    public Site {
      Checks.given("stock.sites.id", id);
      Checks.given("stock.sites.region", region);
      Checks.positive("stock.sites.share", share);
    }
  }

  /** Parts of the country. */
  public enum Region {
    NORTH(0),
    MIDLANDS(1),
    SOUTH(2);

    private final int fromNorth;

    Region(int fromNorth) {
      this.fromNorth = fromNorth;
    }

    /** How far another region is: 0 for itself, 1 for a neighbour. */
    public int stepsTo(Region other) {
      return Math.abs(fromNorth - other.fromNorth);
    }
  }

  /** Refuses what cannot be. */
  public StockProfile {
    Checks.given("stock.origin", origin);
    Checks.size("stock.sites", sites, 1, 20);
    sites = List.copyOf(sites);
    if (sites.stream().map(Site::id).distinct().count() < sites.size()) {
      throw new IllegalArgumentException(
          "profile: stock.sites has an id twice: give each warehouse its own");
    }
    Checks.between("stock.safetyFactor", safetyFactor, 0, 5);
    Checks.between("stock.leadMedianDays", leadMedianDays, 1, 365);
    Checks.between("stock.leadLogSd", leadLogSd, 0, 2);
    Checks.between("stock.coverDays", coverDays, 1, 365);
    Checks.between("stock.lotCostLogSd", lotCostLogSd, 0, 1);
    Checks.share("stock.lossShare", lossShare);
    Checks.between("stock.countsAYear", countsAYear, 0, 365);
    Checks.share("stock.foundShare", foundShare);
  }

  /**
   * Three sites in England. Losses: 1.6 % of sales are lost in shops (National Retail Federation,
   * Retail Security Survey 2023, of 2022); a quarter of that in a warehouse without shoppers.
   * Everything else is chosen to be usual: four counts a year as in class B of a cycle count, four
   * weeks of cover, suppliers within the country.
   */
  public static StockProfile priors() {
    return new StockProfile(
        Origin.prior(
            "losses after the NRF Retail Security Survey 2023; sites, lead times, cover and counts"
                + " are chosen"),
        List.of(
            new Site("WARRINGTON", Region.NORTH, 0.32),
            new Site("DAVENTRY", Region.MIDLANDS, 0.38),
            new Site("TILBURY", Region.SOUTH, 0.30)),
        1.88,
        9,
        0.35,
        28,
        0.04,
        0.004,
        4,
        0.15);
  }
}
