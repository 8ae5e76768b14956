package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What became of transactions, or revisions, that were handed over together.
 *
 * @param receivedAt when they came, on the shop's clock
 * @param taken ids of those that are new, in their order
 * @param repeated ids of those that were taken before, in their order: nothing was sent for them
 */
public record Intake(Instant receivedAt, List<String> taken, List<String> repeated) {
  /** Refuses what is incomplete. */
  public Intake {
    requireNonNull(receivedAt, "receivedAt is null");
    taken = List.copyOf(taken);
    repeated = List.copyOf(repeated);
  }
}
