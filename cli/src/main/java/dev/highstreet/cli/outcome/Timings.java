package dev.highstreet.cli.outcome;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long it took.
 *
 * @param startToReady from the start of the process until the sales job ran
 * @param firstEventToLastRow from the first event sent until the last row was in the database
 */
public record Timings(Duration startToReady, Duration firstEventToLastRow) {
  /** Refuses what is incomplete. */
  public Timings {
    requireNonNull(startToReady, "startToReady is null");
    requireNonNull(firstEventToLastRow, "firstEventToLastRow is null");
  }
}
