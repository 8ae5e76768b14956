package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How far it is with sending a number of orders.
 *
 * @param count how many were asked for
 * @param sent how many were placed
 * @param skipped how many could not be, as nothing that was wanted was there
 * @param between from one to the next, on a clock of ours
 * @param since when it began, on the wall clock
 * @param until when it was done, cancelled or cut short, on the wall clock; null while it goes on
 */
public record Sending(
    int count, int sent, int skipped, Duration between, Instant since, Instant until) {
  /** Refuses what is incomplete. */
  public Sending {
    requireNonNull(between, "between is null");
    requireNonNull(since, "since is null");
  }

  /** Whether it goes on. */
  public boolean isGoingOn() {
    return until == null;
  }
}
