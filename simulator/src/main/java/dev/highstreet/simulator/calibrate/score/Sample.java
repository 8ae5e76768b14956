package dev.highstreet.simulator.calibrate.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What was observed of one quantity, in ascending order; observations may differ in weight. */
public final class Sample {
  private final double[] values;

  /** The share of all weight up to and with each value; its last is 1. */
  private final double[] cumulative;

  private Sample(double[] values, double[] cumulative) {
    this.values = values;
    this.cumulative = cumulative;
  }

  /** Observations of the same weight, in any order. */
  public static Sample of(double[] observed) {
    double[] values = observed.clone();
    Arrays.sort(values);
    double[] cumulative = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      cumulative[i] = (i + 1.0) / values.length;
    }
    return new Sample(values, cumulative);
  }

  /**
   * Observations that weigh differently, in any order.
   *
   * @param weights of each, above 0; only their ratios matter
   */
  public static Sample weighted(double[] observed, double[] weights) {
    int[] ascending =
        IntStream.range(0, observed.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> observed[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = Arrays.stream(weights).sum();
    double[] values = new double[observed.length];
    double[] cumulative = new double[observed.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = observed[ascending[i]];
      sum += weights[ascending[i]];
      cumulative[i] = i == values.length - 1 ? 1 : sum / total;
    }
    return new Sample(values, cumulative);
  }

  /**
   * The Kolmogorov–Smirnov distance: the widest gap between the two distribution functions, 0 for
   * the same distribution, 1 for two without overlap; NaN if one has no observation.
   */
  public static double distance(Sample one, Sample other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Double.NaN;
    }
    double widest = 0;
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      double value = Math.min(one.values[i], other.values[j]);
      i = one.after(value, i);
      j = other.after(value, j);
      widest = Math.max(widest, Math.abs(one.shareBefore(i) - other.shareBefore(j)));
    }
    return widest;
  }

  private int after(double value, int from) {
    int i = from;
    while (i < values.length && values[i] <= value) {
      i++;
    }
    return i;
  }

  private double shareBefore(int place) {
    return place == 0 ? 0 : cumulative[place - 1];
  }

  /** The share of all weight at or below a value. */
  public double shareUpTo(double value) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shareBefore(low);
  }

  /**
   * The least value that a share of all weight, 0 to 1, is at or below; NaN without observations.
   */
  public double quantile(double share) {
    if (isEmpty()) {
      return Double.NaN;
    }
    int place = Arrays.binarySearch(cumulative, share);
    int reached = place >= 0 ? place : -place - 1;
    return values[Math.min(reached, values.length - 1)];
  }

  /** How many observations. */
  public int size() {
    return values.length;
  }

  /** Whether there is no observation. */
  public boolean isEmpty() {
    return values.length == 0;
  }
}
