package dev.highstreet.simulator.counter;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What can be said of a request before any shop is asked. Whatever passes is valid by the contract,
 * too: a record that the jobs quarantine would be in the truth, and in no mart.
 */
final class Bounds {
  /** What a line, or all lines together, may be worth, in micros: as the contract has it. */
  static final long MOST_MICROS = 100_000_000_000_000L;

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_ADDRESS = 45; // an IPv4 address written as an IPv6 one
  private static final int LONGEST_TEXT = 512;
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]+");

  private Bounds() {}

  static String id(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new RefusedException(field, "%s is missing: give an id".formatted(field));
    }
    return text(field, value, LONGEST_ID);
  }

  static String optionalId(String field, String value) {
    return value == null ? null : id(field, value);
  }

  static String requiredText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new RefusedException(field, "%s is missing: give it in words".formatted(field));
    }
    return text(field, value, LONGEST_TEXT);
  }

  static String optionalText(String field, String value) {
    return value == null ? null : text(field, value, LONGEST_TEXT);
  }

  /** Without control characters and halves of characters: no table could hold them. */
  private static String text(String field, String value, int longest) {
    if (value.length() > longest) {
      throw new RefusedException(
          field, "%s has %d characters: give at most %d".formatted(field, value.length(), longest));
    }
    boolean odd =
        value
            .codePoints()
            .anyMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
    if (odd) {
      throw new RefusedException(
          field,
          "%s holds a control character, or half of one of two: leave it out".formatted(field));
    }
    return value;
  }

  static String optionalAddress(String field, String value) {
    if (value != null && (value.length() > LONGEST_ADDRESS || !ADDRESS.matcher(value).matches())) {
      throw new RefusedException(
          field,
          "%s is \"%s\": give an IP address".formatted(field, shown(text(field, value, 512))));
    }
    return value;
  }

  static long between(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new RefusedException(
          field,
          "%s is %d: give a whole number from %d to %d".formatted(field, value, least, most));
    }
    return value;
  }

  /** Infinite values, and what is no number, are between no bounds. */
  static void optionalBetween(String field, Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw new RefusedException(
          field, "%s is %s: give a number from %.0f to %.0f".formatted(field, value, least, most));
    }
  }

  static void sum(String field, long micros) {
    if (micros > MOST_MICROS) {
      throw new RefusedException(
          field,
          "%s come to %d micros together: give at most %d".formatted(field, micros, MOST_MICROS));
    }
  }

  static <T> List<T> list(String field, List<T> values, int most) {
    int size = values == null ? 0 : values.size();
    if (size < 1 || size > most) {
      throw new RefusedException(
          field, "%s has %d entries: give 1 to %d".formatted(field, size, most));
    }
    for (int i = 0; i < size; i++) {
      if (values.get(i) == null) {
        throw new RefusedException(
            "%s[%d]".formatted(field, i), "%s[%d] is missing".formatted(field, i));
      }
    }
    return List.copyOf(values);
  }

  /** Of a value that may be long, as much as tells it from others. */
  static String shown(String value) {
    return value.length() <= 40 ? value : value.substring(0, 40) + "…";
  }
}
