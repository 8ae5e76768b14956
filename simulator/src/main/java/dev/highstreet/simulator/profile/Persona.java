package dev.highstreet.simulator.profile;

/**
 * A kind of customer: a normal distribution over what sets customers apart. The four traits are the
 * log of visits a business day, and the levels of lines, quantity and price, in units of the normal
 * scores that {@link Baskets} is written in.
 *
 * @param weight share of customers who are of this kind, or a number in proportion to it
 * @param means of the four traits
 * @param covariance of the four traits, the lower triangle row by row: 10 figures
 */
public record Persona(double weight, Figures means, Figures covariance) {
  /** Traits a customer has. */
  public static final int TRAITS = 4;

  /** Refuses what cannot be. */
  public Persona {
    Checks.between("shoppers.personas.weight", weight, 0, Double.MAX_VALUE);
    Checks.size("shoppers.personas.means", means, TRAITS);
    Checks.each("shoppers.personas.means", means, -30, 30);
    Checks.size("shoppers.personas.covariance", covariance, TRAITS * (TRAITS + 1) / 2);
    Checks.each("shoppers.personas.covariance", covariance, -100, 100);
  }
}
