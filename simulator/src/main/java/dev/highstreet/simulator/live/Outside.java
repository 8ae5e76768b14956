package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What has come from outside into a shop.
 *
 * @param since when counting began, on the wall clock
 * @param orders placed, those of random baskets among them
 * @param units of all these orders
 * @param netMicros what their lines cost together
 * @param refused orders, and batches of transactions or revisions, that could not be taken
 * @param transactions sales and returns of others that were taken
 * @param revisions of others' products and stores that were taken
 * @param repeated sales, returns and revisions that had been taken before
 */
public record Outside(
    Instant since,
    long orders,
    long units,
    long netMicros,
    long refused,
    long transactions,
    long revisions,
    long repeated) {
  /** Refuses what is incomplete. */
  public Outside {
    requireNonNull(since, "since is null");
  }

  static Outside none(Instant since) {
    return new Outside(since, 0, 0, 0, 0, 0, 0, 0);
  }
}
