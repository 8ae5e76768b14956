package dev.highstreet.simulator.calibrate.score;

/**
 * One row of the scorecard: the medians over all splits.
 *
 * @param measure what was compared
 * @param value simulated against held-out customers; NaN if it could not be taken
 * @param floor two halves of the real customers against one another
 * @param goal what had to be reached
 * @param met in how many splits the value reached the goal of the split
 * @param splits in how many splits it could be taken
 */
public record Score(Measure measure, double value, double floor, double goal, int met, int splits) {
  /** Whether there was anything to compare. */
  public boolean isTaken() {
    return splits > 0;
  }

  /** Whether the goal was reached in more than half of the splits. */
  public boolean isMet() {
    return 2 * met > splits;
  }
}
