package dev.highstreet.jobs.sales;

/**
 * How often, by the wall clock, a running job shows what it has and looks again for what it lacks.
 * Decides no result, only when it can be seen.
 *
 * @param showEveryMillis how often changed totals are shown; 0 for only when they are final
 * @param retryEveryMillis how often a waiting transaction looks for its revisions; 0 for never
 */
public record Pace(long showEveryMillis, long retryEveryMillis) {
  /** Shows about once a second. */
  public static Pace live() {
    return new Pace(1_000, 100);
  }

  /** Shows final totals only: for BATCH, where a key is worked off before the next one begins. */
  public static Pace batch() {
    return new Pace(0, 0);
  }
}
