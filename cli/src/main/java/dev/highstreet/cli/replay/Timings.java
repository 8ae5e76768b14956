package dev.highstreet.cli.replay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a replay took.
 *
 * @param startToReady from the start of the process until the sales job ran
 * @param firstEventToLastRow from the first event sent until the last row was in the database
 */
record Timings(Duration startToReady, Duration firstEventToLastRow) {
  Timings {
    requireNonNull(startToReady, "startToReady is null");
    requireNonNull(firstEventToLastRow, "firstEventToLastRow is null");
  }
}
