package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.dashboard.shell.FieldProblem;
import dev.highstreet.dashboard.shell.RequestProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is wrong with a body, field by field; the first hundred are kept, unless more are wanted.
 */
public final class Problems {
  private static final int KEPT = 100;
  private static final int LONGEST_NAME = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final int kept;
  private final List<FieldProblem> found = new ArrayList<>();

  /** None yet; a hundred will be kept. */
  public Problems() {
    this(KEPT);
  }

  /**
   * None yet.
   *
   * @param kept how many will be kept
   */
  public Problems(int kept) {
    this.kept = kept;
  }

  /**
   * Notes one.
   *
   * @param field where it is, such as {@code transactions[3].lines[0].quantity}
   * @param value what was given; null where nothing was
   * @param allowed what may be given, as the end of the sentence "allowed is …"
   */
  public void add(String field, JsonNode value, String allowed) {
    if (found.size() < kept) {
      found.add(new FieldProblem(name(field), value(value), allowed));
    }
  }

  /** Those that were noted and kept, in their order. */
  public List<FieldProblem> found() {
    return List.copyOf(found);
  }

  /** Refuses the body if one was noted. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw RequestProblem.wrongFields(found);
    }
  }

  private static String name(String field) {
    String cut = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) + "…" : field;
    return printable(cut);
  }

  private static String value(JsonNode value) {
    if (value == null) {
      return "";
    }
    return printable(value.isTextual() ? value.textValue() : value.toString());
  }

  /** What answers and ops.audit repeat must be text that a terminal and a table can take. */
  public static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("\ufffd");
  }
}
