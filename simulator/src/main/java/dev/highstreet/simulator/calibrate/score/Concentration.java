package dev.highstreet.simulator.calibrate.score;

import java.util.Arrays;

/** How unevenly an amount is spread over those who have some. */
public final class Concentration {
  private static final double TOP = 0.2;

  private final double[] ascending;
  private final double total;

  /** Of amounts, in any order. */
  public Concentration(double[] amounts) {
    ascending = amounts.clone();
    Arrays.sort(ascending);
    total = Arrays.stream(ascending).sum();
  }

  /**
   * The Gini coefficient: 0 if all have the same, towards 1 the more one has all; NaN if nobody has
   * anything. By the sorted amounts: G = 2 Σ i·x(i) / (n Σ x) − (n + 1) / n.
   */
  public double gini() {
    double weighted = 0;
    for (int i = 0; i < ascending.length; i++) {
      weighted += (i + 1.0) * ascending[i];
    }
    double n = ascending.length;
    return 2 * weighted / (n * total) - (n + 1) / n;
  }

  /** The share of the whole that the top fifth has, their number rounded up. */
  double topFifth() {
    int top = (int) Math.ceil(TOP * ascending.length);
    double sum = 0;
    for (int i = ascending.length - top; i < ascending.length; i++) {
      sum += ascending[i];
    }
    return sum / total;
  }

  /** The share of the whole that the least share of them has: a point of the Lorenz curve. */
  double[] lorenz(int points) {
    double[] curve = new double[points + 1];
    double sum = 0;
    int taken = 0;
    for (int point = 1; point <= points; point++) {
      int upTo = (int) Math.round((double) point * ascending.length / points);
      while (taken < upTo) {
        sum += ascending[taken++];
      }
      curve[point] = sum / total;
    }
    return curve;
  }
}
