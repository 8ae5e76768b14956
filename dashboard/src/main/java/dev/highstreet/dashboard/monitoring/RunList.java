package dev.highstreet.dashboard.monitoring;

import java.util.List;
import java.util.OptionalLong;

/**
 * One page of runs.
 *
 * @param rows newest first
 * @param older the run before which the next page goes on; empty on the last one
 */
public record RunList(List<RunRow> rows, OptionalLong older) {
  /** Runs on a page. */
  public static final int LENGTH = 10;

  public RunList {
    rows = List.copyOf(rows);
  }

  /** A page of what was read, which is one run more than a page if there are older ones. */
  static RunList of(List<RunRow> read) {
    return read.size() <= LENGTH
        ? new RunList(read, OptionalLong.empty())
        : new RunList(read.subList(0, LENGTH), OptionalLong.of(read.get(LENGTH - 1).id()));
  }
}
