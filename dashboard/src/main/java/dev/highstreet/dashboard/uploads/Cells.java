package dev.highstreet.dashboard.uploads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** Cells of a file as the fields of JSON that they would be: the forms judge those. */
final class Cells {
  /** What a place in a file begins with, where a form names it. */
  static final String OF_A_FILE = "file";

  private static final Set<String> WHOLE = Set.of("quantity", "product_revision", "revision");
  private static final Set<String> TRUTHS = Set.of("unit_cost_assumed", "active");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

  private Cells() {}

  /** What is no number or truth where one is wanted stays a text, which a form refuses. */
  static void put(ObjectNode object, String column, String cell) {
    String field = Header.field(column);
    if (WHOLE.contains(column) && WHOLE_NUMBER.matcher(cell).matches()) {
      object.put(field, Long.parseLong(cell));
    } else if (TRUTHS.contains(column) && (cell.equals("true") || cell.equals("false"))) {
      object.put(field, cell.equals("true"));
    } else {
      object.put(field, cell);
    }
  }
}
