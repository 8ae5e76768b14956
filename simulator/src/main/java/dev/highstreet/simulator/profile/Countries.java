package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * Where customers live.
 *
 * @param names of countries, in English; the first is the shop's own
 * @param shares weight of each, for a customer
 */
public record Countries(Origin origin, List<String> names, Figures shares) {
  /** Refuses what cannot be. */
  public Countries {
    Checks.given("countries.origin", origin);
    Checks.size("countries.names", names, 1, 300);
    names = List.copyOf(names);
    Checks.size("countries.shares", shares, names.size());
    Checks.weights("countries.shares", shares);
  }
}
