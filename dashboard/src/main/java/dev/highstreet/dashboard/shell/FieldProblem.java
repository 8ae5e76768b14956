package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one field of a request.
 *
 * @param field where it is, such as {@code lines[2].quantity}
 * @param value what was given, cut to 200 characters
 * @param allowed what may be given, as the end of the sentence "allowed is …"
 */
public record FieldProblem(String field, String value, String allowed) {
  private static final int LONGEST = 200;

  public FieldProblem {
    requireNonNull(field, "field is null");
    requireNonNull(value, "value is null");
    requireNonNull(allowed, "allowed is null");
    value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  /** In words. */
  @Override
  public String toString() {
    return "%s is \"%s\"; allowed is %s".formatted(field, value, allowed);
  }
}
