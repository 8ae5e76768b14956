package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

/**
 * By what a run reckons with time, as {@code ops.runs} says.
 *
 * @param run its number
 * @param zone in which its days begin and end
 * @param lateness how many seconds an event may be on its way
 * @param skew by how many seconds two clocks may differ
 */
record RunRules(long run, String zone, long lateness, long skew) {
  RunRules {
    requireNonNull(zone, "zone is null");
  }
}
