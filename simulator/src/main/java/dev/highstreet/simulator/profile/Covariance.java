package dev.highstreet.simulator.profile;

/** A covariance as a profile writes it: the lower triangle, row by row. */
public final class Covariance {
  private Covariance() {}

  /**
   * The lower triangle whose square is a covariance, row by row. What is not positive definite, by
   * rounding or by hand, loses the part that cannot be.
   */
  public static double[] factor(Figures covariance) {
    double[] factor = covariance.toArray();
    for (int row = 0; cell(row, 0) < factor.length; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = factor[cell(row, column)];
        for (int k = 0; k < column; k++) {
          sum -= factor[cell(row, k)] * factor[cell(column, k)];
        }
        if (row == column) {
          factor[cell(row, row)] = Math.sqrt(Math.max(sum, 0));
        } else {
          double pivot = factor[cell(column, column)];
          factor[cell(row, column)] = pivot > 0 ? sum / pivot : 0;
        }
      }
    }
    return factor;
  }

  /** Where the entry of a row and a column, not above the row, is found. */
  public static int cell(int row, int column) {
    return row * (row + 1) / 2 + column;
  }
}
