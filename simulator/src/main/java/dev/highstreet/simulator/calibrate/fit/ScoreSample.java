package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import java.util.Arrays;

/**
 * Scores of orders that are to be expected, each with a weight. Personas are no single normal, so
 * neither are scores: what they come to is read off here.
 */
final class ScoreSample {
  private final double[][] scores;
  private final double[] weights;
  private final int[] byLines;
  private final double[] sums;

  ScoreSample(double[][] scores, double[] weights) {
    this.scores = scores;
    this.weights = weights;
    Integer[] sorted = new Integer[scores.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, (a, b) -> Double.compare(scores[a][0], scores[b][0]));
    byLines = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    sums = new double[scores.length + 1];
    for (int i = 0; i < byLines.length; i++) {
      sums[i + 1] = sums[i] + weights[byLines[i]];
    }
  }

  /** The share of orders with a score of lines below one. */
  double shareBelow(double score) {
    int low = 0;
    int high = byLines.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[byLines[middle]][0] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sums[low] / sums[byLines.length];
  }

  /** Mean and deviation of a score among orders between two shares by lines. */
  double[] moments(int score, double from, double to) {
    double all = 0;
    double sum = 0;
    double square = 0;
    double total = sums[byLines.length];
    for (int i = 0; i < byLines.length; i++) {
      if (sums[i + 1] > from * total && sums[i] < to * total) {
        double value = scores[byLines[i]][score];
        double weight = weights[byLines[i]];
        all += weight;
        sum += weight * value;
        square += weight * value * value;
      }
    }
    if (all == 0) {
      return new double[] {0, 1};
    }
    double mean = sum / all;
    return new double[] {mean, Math.sqrt(Math.max(0.05, square / all - mean * mean))};
  }

  /**
   * The number of lines at each score of a table, such that there are as many orders of each as of
   * the past.
   */
  double[] lines(int[] sortedLines, int points) {
    double[] table = new double[points];
    for (int point = 0; point < points; point++) {
      double score = Baskets.LEAST_SCORE * (1 - 2.0 * point / (points - 1));
      double place = shareBelow(score) * sortedLines.length;
      table[point] = sortedLines[(int) Math.min(sortedLines.length - 1.0, place)];
    }
    table[0] = sortedLines[0];
    return table;
  }
}
