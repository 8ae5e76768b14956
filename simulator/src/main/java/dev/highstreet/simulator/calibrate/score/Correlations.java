package dev.highstreet.simulator.calibrate.score;

/** How the features of orders go together. */
final class Correlations {
  private Correlations() {}

  /**
   * The mean difference between the correlations (Pearson) of two sets of rows, over all pairs of
   * columns. A column that never changes goes together with nothing.
   */
  static double distance(double[][] one, double[][] other, int columns) {
    double[][] first = of(one, columns);
    double[][] second = of(other, columns);
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(first[i][j] - second[i][j]);
        pairs++;
      }
    }
    return sum / pairs;
  }

  static double[][] of(double[][] rows, int columns) {
    double[] mean = new double[columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    double[][] products = new double[columns][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j <= i; j++) {
          products[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]);
        }
      }
    }
    double[][] correlations = new double[columns][columns];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        double scale = Math.sqrt(products[i][i] * products[j][j]);
        correlations[i][j] = scale > 0 ? products[i][j] / scale : 0;
      }
    }
    return correlations;
  }
}
