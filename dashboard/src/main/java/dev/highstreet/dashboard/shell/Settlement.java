package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Knows which mart rows are final: nothing on time can change them any more. A row is final when
 * its period ends at or before the watermark of the run that wrote it, or of a later one.
 */
public final class Settlement {
  private final NavigableMap<Long, Watermark> furthestFrom;

  /**
   * Knows the runs so far.
   *
   * @param furthestFrom for each run, the furthest watermark among it and all later runs
   */
  Settlement(Map<Long, Watermark> furthestFrom) {
    this.furthestFrom = new TreeMap<>(requireNonNull(furthestFrom, "furthestFrom is null"));
  }

  /** Whether a row is final that this run wrote for a period that ends at this moment. */
  public boolean isFinal(long runId, Instant periodEnd) {
    return furthest(runId).hasPassed(periodEnd);
  }

  /** Up to when rows that this run wrote are final. */
  public Watermark furthest(long runId) {
    Map.Entry<Long, Watermark> entry = furthestFrom.ceilingEntry(runId);
    return entry == null ? Watermark.NONE : entry.getValue();
  }
}
