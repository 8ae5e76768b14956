package dev.highstreet.simulator.calibrate.score;

/**
 * Logistic regression, fitted by Newton's method with a slight ridge, so that columns that depend
 * on one another, or tell everything, do no harm.
 */
final class LogisticRegression {
  private static final int MOST_STEPS = 25;
  private static final double STILL = 1e-6;
  private static final double RIDGE = 1e-3;

  private final double[] weights;

  private LogisticRegression(double[] weights) {
    this.weights = weights;
  }

  /**
   * Fits weights to rows, the last of whose columns should be a constant.
   *
   * @param rows of about unit variance in each column
   * @param isOne the side of each row
   */
  static LogisticRegression fit(double[][] rows, boolean[] isOne) {
    int columns = rows[0].length;
    double[] weights = new double[columns];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] curvature = new double[columns][columns];
      double[] slope = new double[columns];
      for (int r = 0; r < rows.length; r++) {
        accumulate(rows[r], isOne[r], weights, slope, curvature);
      }
      for (int i = 0; i < columns; i++) {
        curvature[i][i] += RIDGE * rows.length / columns;
        slope[i] -= RIDGE * rows.length / columns * weights[i];
      }
      double[] change = Cholesky.solve(curvature, slope);
      double largest = 0;
      for (int i = 0; i < columns; i++) {
        weights[i] += change[i];
        largest = Math.max(largest, Math.abs(change[i]));
      }
      if (largest < STILL) {
        break;
      }
    }
    return new LogisticRegression(weights);
  }

  private static void accumulate(
      double[] row, boolean isOne, double[] weights, double[] slope, double[][] curvature) {
    double probability = 1 / (1 + Math.exp(-dot(row, weights)));
    double residual = (isOne ? 1 : 0) - probability;
    double weight = probability * (1 - probability);
    for (int i = 0; i < row.length; i++) {
      slope[i] += residual * row[i];
      double scaled = weight * row[i];
      double[] target = curvature[i];
      for (int j = 0; j <= i; j++) {
        target[j] += scaled * row[j];
      }
    }
  }

  /** How much a row looks like one: any number, higher for more. */
  double score(double[] row) {
    return dot(row, weights);
  }

  private static double dot(double[] row, double[] weights) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * weights[i];
    }
    return sum;
  }
}
