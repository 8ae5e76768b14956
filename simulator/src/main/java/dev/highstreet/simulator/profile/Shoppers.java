package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * Who the customers are: how often they come, and how they differ.
 *
 * @param onceShare share of customers who buy once and never again
 * @param leaveShare chance that a later visit was the last
 * @param personas kinds of customers; their weights are proportions
 * @param newcomers weight of each calendar month, January first, for a customer's first purchase
 * @param openingShare share of the first year's customers who were customers already before the
 *     simulation began: they come sooner
 * @param openingDays mean of the exponential time after which those are seen first, in days
 * @param openingRate how much higher the log rate is of customers who are seen on the first day:
 *     the eager are seen soon
 * @param openingRateDays days in which that falls to a share of 1/e
 * @param openingLevels what is added to their levels of lines, quantity and price, falling in the
 *     same way
 * @param usualLogRate log of the visits a business day of a usual customer
 */
public record Shoppers(
    Origin origin,
    double onceShare,
    double leaveShare,
    List<Persona> personas,
    Figures newcomers,
    double openingShare,
    double openingDays,
    double openingRate,
    double openingRateDays,
    Figures openingLevels,
    double usualLogRate) {
  /** Refuses what cannot be. */
  public Shoppers {
    Checks.given("shoppers.origin", origin);
    Checks.share("shoppers.onceShare", onceShare);
    Checks.share("shoppers.leaveShare", leaveShare);
    Checks.size("shoppers.personas", personas, 1, 100);
    personas = List.copyOf(personas);
    Checks.positive(
        "the sum of shoppers.personas.weight",
        personas.stream().mapToDouble(Persona::weight).sum());
    Checks.size("shoppers.newcomers", newcomers, 12);
    Checks.weights("shoppers.newcomers", newcomers);
    Checks.share("shoppers.openingShare", openingShare);
    Checks.between("shoppers.openingDays", openingDays, 0.1, 1000);
    Checks.between("shoppers.openingRate", openingRate, -10, 10);
    Checks.between("shoppers.openingRateDays", openingRateDays, 0.1, 1000);
    Checks.size("shoppers.openingLevels", openingLevels, Baskets.SCORES);
    Checks.each("shoppers.openingLevels", openingLevels, -10, 10);
    Checks.between("shoppers.usualLogRate", usualLogRate, -30, 10);
  }

  /** The same with other kinds of customers. */
  public Shoppers withPersonas(List<Persona> others) {
    return new Shoppers(
        origin,
        onceShare,
        leaveShare,
        others,
        newcomers,
        openingShare,
        openingDays,
        openingRate,
        openingRateDays,
        openingLevels,
        usualLogRate);
  }
}
