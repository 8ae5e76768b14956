package dev.highstreet.simulator.calibrate.score;

import java.util.Arrays;

/** The area under the ROC curve. */
final class Auc {
  private Auc() {}

  /** How often a positive scores above a negative; a tie counts half. */
  static double of(double[] positive, double[] negative) {
    double[] sorted = negative.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double score : positive) {
      int below = firstFrom(sorted, score, false);
      int upTo = firstFrom(sorted, score, true);
      wins += below + (upTo - below) / 2.0;
    }
    return wins / positive.length / negative.length;
  }

  /** How many are below a score, or, if asked so, at it as well. */
  private static int firstFrom(double[] sorted, double score, boolean andAtIt) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score || (andAtIt && sorted[middle] == score)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
