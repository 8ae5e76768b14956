package dev.highstreet.simulator.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** A row of whole numbers that nobody can change, money in micros or counts; in JSON, an array. */
public final class Amounts {
  private final long[] values;

  private Amounts(long[] values) {
    this.values = values;
  }

  /**
   * These numbers.
   *
   * @throws IllegalArgumentException if there are more than {@link Figures#MOST}
   */
  @JsonCreator
  public static Amounts of(long... values) {
    if (values.length > Figures.MOST) {
      throw new IllegalArgumentException(
          "profile: a row of %d amounts: give %d at most".formatted(values.length, Figures.MOST));
    }
    return new Amounts(values.clone());
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** One of them, from 0. */
  public long at(int index) {
    return values[index];
  }

  /** A copy as an array. */
  @JsonValue
  public long[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amounts amounts && Arrays.equals(values, amounts.values);
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
