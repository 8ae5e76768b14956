package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classifier two-sample test (Lopez-Paz, Oquab: Revisiting classifier two-sample tests, ICLR
 * 2017): a logistic regression on all features and their pairwise products learns from half of the
 * rows to tell two samples apart, and is tried on the other half.
 */
final class TwoSampleClassifier {
  private static final double NEVER_CHANGES = 1e-9;

  private TwoSampleClassifier() {}

  /**
   * The area under the ROC curve of the trial: how often a row of one sample scores above one of
   * the other. 0.5 is guessing, 1 tells them apart every time; NaN where a sample has fewer than
   * four rows.
   *
   * @param columns how many columns of each row are looked at
   * @param seed decides which half learns
   */
  static double auc(double[][] one, double[][] other, int columns, long seed) {
    if (one.length < 4 || other.length < 4) {
      return Double.NaN;
    }
    List<double[]> rows = new ArrayList<>(one.length + other.length);
    for (double[] row : one) {
      rows.add(Arrays.copyOf(row, columns));
    }
    for (double[] row : other) {
      rows.add(Arrays.copyOf(row, columns));
    }
    standardise(rows, columns);
    rows.replaceAll(TwoSampleClassifier::withProducts);
    standardise(rows, rows.get(0).length - 1);
    boolean[] learns = new boolean[rows.size()];
    alternate(learns, 0, one.length, seed);
    alternate(learns, one.length, rows.size(), seed);
    LogisticRegression classifier = learn(rows, one.length, learns);
    double[] positive = scores(classifier, rows.subList(0, one.length), learns, 0);
    double[] negative =
        scores(classifier, rows.subList(one.length, rows.size()), learns, one.length);
    return Auc.of(positive, negative);
  }

  /** Of each two neighbours, chance takes one to learn from. */
  private static void alternate(boolean[] learns, int from, int to, long seed) {
    RandomStream random = RandomStream.of(seed, "two-sample", from);
    for (int i = from; i < to; i += 2) {
      boolean first = random.nextBoolean();
      learns[i] = first;
      if (i + 1 < to) {
        learns[i + 1] = !first;
      }
    }
  }

  private static LogisticRegression learn(List<double[]> rows, int ones, boolean[] learns) {
    List<double[]> learnt = new ArrayList<>(rows.size() / 2 + 1);
    boolean[] isOne = new boolean[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (learns[i]) {
        isOne[learnt.size()] = i < ones;
        learnt.add(rows.get(i));
      }
    }
    return LogisticRegression.fit(learnt.toArray(double[][]::new), isOne);
  }

  private static double[] scores(
      LogisticRegression classifier, List<double[]> rows, boolean[] learns, int offset) {
    double[] scores = new double[rows.size()];
    int tried = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!learns[offset + i]) {
        scores[tried++] = classifier.score(rows.get(i));
      }
    }
    return Arrays.copyOf(scores, tried);
  }

  /** The features, their squares and products, and a constant. */
  private static double[] withProducts(double[] row) {
    int n = row.length;
    double[] all = Arrays.copyOf(row, n + n * (n + 1) / 2 + 1);
    int place = n;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        all[place++] = row[i] * row[j];
      }
    }
    all[place] = 1;
    return all;
  }

  /** Makes the mean of the first columns 0 and their variance 1; what never changes becomes 0. */
  private static void standardise(List<double[]> rows, int columns) {
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[column];
      }
      double mean = sum / rows.size();
      for (double[] row : rows) {
        squares += (row[column] - mean) * (row[column] - mean);
      }
      double deviation = Math.sqrt(squares / rows.size());
      for (double[] row : rows) {
        row[column] = deviation > NEVER_CHANGES ? (row[column] - mean) / deviation : 0;
      }
    }
  }
}
