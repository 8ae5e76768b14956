package dev.highstreet.simulator.truth;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whose truth it is: two runs that agree in this tell the same.
 *
 * @param seed of the simulation
 * @param profile what the shop is made from, in a word: a name, and whatever else changes the shop
 * @param from the first day
 * @param zone the shop's time zone, in which days begin and end
 */
public record TruthRun(long seed, String profile, LocalDate from, ZoneId zone) {
  /** Refuses what is incomplete. */
  public TruthRun {
    requireNonNull(profile, "profile is null");
    requireNonNull(from, "from is null");
    requireNonNull(zone, "zone is null");
  }

  @Override
  public String toString() {
    return "seed %d, profile %s, from %s in %s".formatted(seed, profile, from, zone);
  }
}
