package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.FieldProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a file the field is that a rule names, such as {@code
 * transactions[17].lines[2].unitPrice}.
 *
 * @param entry which order or revision of the file, from 0; 0 if the field does not say
 * @param index which line of the order, from 0; 0 if it is the order's own
 * @param column empty if it is none's
 */
record Place(int entry, int index, String column) {
  private static final Pattern FIELD =
      Pattern.compile(
          "[a-z]+(?:\\[([0-9]{1,9})\\])?(?:\\.lines\\[([0-9]{1,9})\\])?(?:\\.([A-Za-z]+?)(?:Micros)?)?");

  Place {
    requireNonNull(column, "column is null");
  }

  /** Reads it; what is written in another way is of the first order as a whole. */
  static Place of(String field) {
    Matcher matcher = FIELD.matcher(field);
    if (!matcher.matches()) {
      return new Place(0, 0, "");
    }
    return new Place(number(matcher.group(1)), number(matcher.group(2)), column(matcher.group(3)));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static String column(String field) {
    if (field == null || field.equals("lines")) {
      return "";
    }
    return Header.column(field);
  }

  /** What is wrong there. */
  String reason(FieldProblem problem) {
    if (!problem.value().isEmpty()) {
      return "is \"%s\"; allowed is %s".formatted(problem.value(), problem.allowed());
    }
    return problem.field().startsWith(Cells.OF_A_FILE)
        ? "is empty; allowed is " + problem.allowed()
        : problem.allowed(); // a till's own words
  }
}
