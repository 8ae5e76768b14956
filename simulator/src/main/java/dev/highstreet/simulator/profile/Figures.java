package dev.highstreet.simulator.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A row of finite numbers that nobody can change; in JSON, an array. */
public final class Figures {
  /** More than any section needs; a longer row is a damaged file. */
  public static final int MOST = 10_000;

  private final double[] values;

  private Figures(double[] values) {
    this.values = values;
  }

  /**
   * These numbers.
   *
   * @throws IllegalArgumentException if one is not finite, or there are more than {@link #MOST}
   */
  @JsonCreator
  public static Figures of(double... values) {
    if (values.length > MOST) {
      throw new IllegalArgumentException(
          "profile: a row of %d figures: give %d at most".formatted(values.length, MOST));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "profile: figure %d of a row is %s: give a finite number".formatted(i, values[i]));
      }
    }
    return new Figures(values.clone());
  }

  /** The same number so many times. */
  public static Figures all(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return of(values);
  }

  /** These numbers, each to so many significant digits: what a profile keeps, and no more. */
  public static Figures rounded(int digits, double... values) {
    MathContext precision = new MathContext(digits);
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] =
          Double.isFinite(values[i])
              ? new BigDecimal(values[i]).round(precision).doubleValue()
              : values[i];
    }
    return of(rounded);
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** One of them, from 0. */
  public double at(int index) {
    return values[index];
  }

  /** Their sum. */
  public double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** A function of each. */
  public Figures map(DoubleUnaryOperator function) {
    return of(Arrays.stream(values).map(function).toArray());
  }

  /** A copy as an array. */
  @JsonValue
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures && Arrays.equals(values, figures.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
