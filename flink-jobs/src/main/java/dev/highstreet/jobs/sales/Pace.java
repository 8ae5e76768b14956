package dev.highstreet.jobs.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.fold.Combining;

/**
 * How often, by the wall clock, a running job shows what it has and looks again for what it lacks.
 * Decides no result, only when it can be seen.
 *
 * @param showEveryMillis how often changed totals are shown; 0 for only when they are final, and
 *     before a checkpoint
 * @param accountEveryMillis how often what was counted is shown; 0 likewise
 * @param retryEveryMillis how often a waiting transaction looks for its revisions; 0 for never
 * @param combining how much is combined before totals are touched
 */
public record Pace(
    long showEveryMillis, long accountEveryMillis, long retryEveryMillis, Combining combining) {
  private static final long ABOUT_A_SECOND = 1_000;
  private static final long SOON = 100;

  public Pace {
    requireNonNull(combining, "combining is null");
  }

  /** Shows about once a second. */
  public static Pace live() {
    return new Pace(ABOUT_A_SECOND, ABOUT_A_SECOND, SOON, Combining.prompt());
  }

  /**
   * For a run that ends, in STREAMING: says how far it has come, and shows totals as they close.
   */
  public static Pace bounded() {
    return new Pace(0, ABOUT_A_SECOND, SOON, Combining.thorough());
  }

  /** Shows final totals only: for BATCH, where a key is worked off before the next one begins. */
  public static Pace batch() {
    return new Pace(0, 0, 0, Combining.thorough());
  }
}
