package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * Who the customers are: how often they come, and how they differ.
 *
 * @param onceShare share of customers who buy once and never again
 * @param personas kinds of customers; their weights are proportions
 * @param newcomers weight of each calendar month, January first, for a customer's first purchase
 * @param openingShare share of the first year's customers who were customers already before the
 *     simulation began: they come sooner
 * @param openingDays mean of the exponential time after which those are seen first, in days
 */
public record Shoppers(
    Origin origin,
    double onceShare,
    List<Persona> personas,
    Figures newcomers,
    double openingShare,
    double openingDays) {
  /** Refuses what cannot be. */
  public Shoppers {
    Checks.given("shoppers.origin", origin);
    Checks.share("shoppers.onceShare", onceShare);
    Checks.size("shoppers.personas", personas, 1, 100);
    personas = List.copyOf(personas);
    Checks.positive(
        "the sum of shoppers.personas.weight",
        personas.stream().mapToDouble(Persona::weight).sum());
    Checks.size("shoppers.newcomers", newcomers, 12);
    Checks.weights("shoppers.newcomers", newcomers);
    Checks.share("shoppers.openingShare", openingShare);
    Checks.between("shoppers.openingDays", openingDays, 0.1, 1000);
  }
}
