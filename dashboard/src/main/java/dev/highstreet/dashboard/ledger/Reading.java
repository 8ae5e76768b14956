package dev.highstreet.dashboard.ledger;

import java.time.Duration;

/**
 * The balance at one moment.
 *
 * @param balance counts against end offsets
 * @param standing for how long neither has moved
 * @param perSecond events produced, events counted and lines accepted per second
 */
public record Reading(Balance balance, Duration standing, PerSecond perSecond) {
  /**
   * The ledger is written about once a second; standing so long with records left is not normal.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Whether something is amiss: counted more than there is, or records left and nothing moves. */
  public boolean wrong() {
    return balance.impossible()
        || (balance.run().filter(Run::running).isPresent()
            && balance.total().remainder().orElse(0) > 0
            && standing.compareTo(PATIENCE) >= 0);
  }
}
