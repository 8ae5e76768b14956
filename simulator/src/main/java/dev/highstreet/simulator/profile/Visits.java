package dev.highstreet.simulator.profile;

/**
 * How visits of one customer follow each other, and what happens within a visit. The time between
 * two visits is Erlang in business days: a sum of {@code shape} exponential times.
 *
 * @param shape of the Erlang distribution, 1 to 8; 1 is a Poisson process
 * @param furtherIntercept log odds of another order within the visit, for a customer of rate 1 a
 *     business day
 * @param furtherSlope how the log odds grow with the log of the rate
 * @param furtherSpread standard deviation of the log odds over customers of the same rate
 * @param furtherMinutes quantiles of minutes from one order of a visit to the next, evenly spaced
 *     from the least to the greatest; 0 to 720
 */
public record Visits(
    Origin origin,
    int shape,
    double furtherIntercept,
    double furtherSlope,
    double furtherSpread,
    Figures furtherMinutes) {
  /** Refuses what cannot be. */
  public Visits {
    Checks.given("visits.origin", origin);
    Checks.count("visits.shape", shape, 1, 8);
    Checks.between("visits.furtherIntercept", furtherIntercept, -50, 5);
    Checks.between("visits.furtherSlope", furtherSlope, -5, 5);
    Checks.between("visits.furtherSpread", furtherSpread, 0, 10);
    Checks.size("visits.furtherMinutes", furtherMinutes, 2, 1000);
    Checks.each("visits.furtherMinutes", furtherMinutes, 0, 720);
    Checks.ascending("visits.furtherMinutes", furtherMinutes);
  }
}
