package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first row of a file: which columns there are, in which order.
 *
 * @param kind what such a file holds
 * @param columns their names, as the file has them in turn
 */
record Header(UploadKind kind, List<String> columns) {
  private static final int SHOWN = 100;
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  Header {
    requireNonNull(kind, "kind is null");
    columns = List.copyOf(columns);
  }

  /**
   * Reads it.
   *
   * @param first null of an empty file
   * @throws RefusedFile if it is none of ours
   */
  static Header of(CsvFile.Row first) throws RefusedFile {
    if (first == null) {
      throw new RefusedFile(
          0, "it is empty: the first row must be a header of " + UploadKind.headers());
    }
    List<String> columns = first.cells();
    UploadKind kind =
        UploadKind.of(columns)
            .orElseThrow(
                () ->
                    new RefusedFile(
                        first.line(),
                        "this is no header of ours: allowed is that of " + UploadKind.headers()));
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!kind.columns().contains(column)) {
        throw new RefusedFile(
            first.line(),
            "there is no column \"%s\" in a file of %s, but %s"
                .formatted(shown(column), kind, String.join(", ", kind.columns())));
      }
      if (!seen.add(column)) {
        throw new RefusedFile(
            first.line(), "the column %s comes twice: leave one out".formatted(column));
      }
    }
    List<String> missing =
        kind.required().stream().filter(column -> !seen.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new RefusedFile(
          first.line(),
          "a file of %s needs the columns %s, too".formatted(kind, String.join(", ", missing)));
    }
    return new Header(kind, columns);
  }

  private static String shown(String column) {
    String cut = column.length() > SHOWN ? column.substring(0, SHOWN) + "…" : column;
    return Problems.printable(cut);
  }

  /** The cells of a row by their columns; those that are empty are left out. */
  Map<String, String> named(List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        named.put(columns.get(i), cells.get(i));
      }
    }
    return named;
  }

  /** The field that a column is to the webhook and the API: {@code orderId} of order_id. */
  static String field(String column) {
    return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  /** The column that a field is here: {@code order_id} of orderId. */
  static String column(String field) {
    return CAPITAL.matcher(field).replaceAll(match -> "_" + match.group().toLowerCase(Locale.ROOT));
  }
}
