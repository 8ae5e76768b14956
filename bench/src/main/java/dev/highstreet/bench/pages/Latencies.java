package dev.highstreet.bench.pages;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, each of them kept. Any thread may add. */
final class Latencies {
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final Map<String, Long> failures = new TreeMap<>();
  private long[] nanos = new long[1 << 16];
  private int count;
  private boolean sorted;

  synchronized void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
    sorted = false;
  }

  synchronized void failed(String what) {
    failures.merge(what, 1L, Long::sum);
  }

  /** Answers, without failures. */
  synchronized int count() {
    return count;
  }

  /** Requests that were not answered as they should be. */
  synchronized long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How often what went wrong. */
  synchronized Map<String, Long> failures() {
    return Map.copyOf(failures);
  }

  /** The time, in ms, that a share of all answers did not exceed (nearest rank). */
  synchronized double millisAt(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    if (!sorted) {
      Arrays.sort(nanos, 0, count);
      sorted = true;
    }
    return nanos[Math.max(0, (int) Math.ceil(share * count) - 1)] / NANOS_PER_MILLI;
  }
}
