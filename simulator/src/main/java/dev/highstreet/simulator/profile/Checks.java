package dev.highstreet.simulator.profile;

import java.util.Collection;

/**
 * What the sections of a profile refuse, in one voice: the field, its value, and what to give
 * instead.
 */
final class Checks {
  private Checks() {}

  static void given(String field, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("profile: %s is missing: give it".formatted(field));
    }
  }

  static void share(String field, double value) {
    between(field, value, 0, 1, "a share from 0 to 1");
  }

  static void between(String field, double value, double least, double most) {
    between(field, value, least, most, "a number from %s to %s".formatted(least, most));
  }

  static void positive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      refuse(field, value, "a finite number above 0");
    }
  }

  static void finite(String field, double value) {
    if (!Double.isFinite(value)) {
      refuse(field, value, "a finite number");
    }
  }

  static void count(String field, long value, long least, long most) {
    if (value < least || value > most) {
      refuse(field, value, "a whole number from %d to %d".formatted(least, most));
    }
  }

  /** Whole numbers that never fall, within bounds. */
  static void ascending(String field, Amounts amounts, long least, long most) {
    long before = least;
    for (int i = 0; i < amounts.size(); i++) {
      if (amounts.at(i) < before || amounts.at(i) > most) {
        count(field + "[" + i + "]", amounts.at(i), before, most);
      }
      before = amounts.at(i);
    }
  }

  static void size(String field, Figures figures, int size) {
    size(field, figures, size, size);
  }

  static void size(String field, Figures figures, int least, int most) {
    given(field, figures);
    size(field, figures.size(), least, most);
  }

  static void size(String field, Amounts amounts, int least, int most) {
    given(field, amounts);
    size(field, amounts.size(), least, most);
  }

  static void size(String field, Collection<?> list, int least, int most) {
    given(field, list);
    size(field, list.size(), least, most);
  }

  static void each(String field, Figures figures, double least, double most) {
    for (int i = 0; i < figures.size(); i++) {
      if (!(figures.at(i) >= least && figures.at(i) <= most)) { // the text only if it is needed
        between(field + "[" + i + "]", figures.at(i), least, most);
      }
    }
  }

  /** Weights: none below 0, and not all 0. */
  static void weights(String field, Figures figures) {
    each(field, figures, 0, Double.MAX_VALUE);
    positive("the sum of " + field, figures.sum());
  }

  static void ascending(String field, Figures figures) {
    for (int i = 1; i < figures.size(); i++) {
      if (figures.at(i) < figures.at(i - 1)) {
        refuse(
            field + "[" + i + "]",
            figures.at(i),
            "numbers that never fall; the one before is " + figures.at(i - 1));
      }
    }
  }

  private static void between(
      String field, double value, double least, double most, String wanted) {
    if (!(value >= least && value <= most)) {
      refuse(field, value, wanted);
    }
  }

  private static void size(String field, int size, int least, int most) {
    if (size < least || size > most) {
      throw new IllegalArgumentException(
          "profile: %s has %d entries: give %s"
              .formatted(
                  field,
                  size,
                  least == most ? Integer.toString(least) : "from " + least + " to " + most));
    }
  }

  private static void refuse(String field, Object value, String wanted) {
    throw new IllegalArgumentException(
        "profile: %s is %s: give %s".formatted(field, value, wanted));
  }
}
