package dev.highstreet.simulator.profile;

/**
 * A word out of a pool.
 *
 * @param name what is said
 * @param weight how often, in proportion
 */
public record Weighted(String name, double weight) {
  /** Refuses what cannot be. */
  public Weighted {
    Checks.given("name", name);
    Checks.positive("weight of " + name, weight);
  }
}
