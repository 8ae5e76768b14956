package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the rows of a table are written as one text each: the key's columns first, each column
 * followed by a separator. In the order of these texts, by their bytes in UTF-8, rows are in the
 * order of their keys, whatever the other columns hold, because no key holds the separator.
 *
 * @param columns names and kinds, in order
 * @param keyColumns how many of them, from the first on, are the key
 */
record RowFormat(List<Column> columns, int keyColumns) {
  private static final char SEPARATOR = '\u001f';
  private static final String NULL = "\u001e";

  /** A column. */
  record Column(String name, ColumnKind kind) {
    Column {
      requireNonNull(name, "name is null");
      requireNonNull(kind, "kind is null");
    }
  }

  RowFormat {
    columns = List.copyOf(columns);
    if (keyColumns < 1 || keyColumns > columns.size()) {
      throw new IllegalArgumentException(
          "%d key columns of %d".formatted(keyColumns, columns.size()));
    }
  }

  /** A query of DuckDB for the texts of another query's rows, in order. */
  String inDuckDb(String query) {
    return "SELECT %s AS text FROM (%s) ORDER BY text"
        .formatted(text(column -> column.kind().inDuckDb(quoted(column.name()))), query);
  }

  /**
   * The same for Postgres, whose own order of texts depends on how it was set up.
   *
   * @param insteadOf expressions for some columns, by their names
   */
  String inPostgres(String query, Map<String, String> insteadOf) {
    return "SELECT text FROM (SELECT %s AS text FROM (%s) AS t) AS texts ORDER BY text COLLATE \"C\""
        .formatted(
            text(
                column ->
                    column
                        .kind()
                        .inPostgres(insteadOf.getOrDefault(column.name(), quoted(column.name())))),
            query);
  }

  private String text(Function<Column, String> written) {
    return columns.stream()
        .map(column -> "coalesce(%s, chr(30)), chr(31)".formatted(written.apply(column)))
        .collect(Collectors.joining(", ", "concat(", ")"));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  /** The part of a row's text that is its key. */
  String key(String row) {
    int end = 0;
    for (int i = 0; i < keyColumns; i++) {
      end = row.indexOf(SEPARATOR, end) + 1;
    }
    return row.substring(0, end);
  }

  /** The values of a row's key, as people read them, by their columns. */
  Map<String, String> shownKey(String row) {
    List<String> values = values(row);
    Map<String, String> key = new LinkedHashMap<>();
    for (int i = 0; i < keyColumns; i++) {
      key.put(columns.get(i).name(), shown(i, values.get(i)));
    }
    return key;
  }

  /** What the rest of a row says; one of the two is null where there is no such row. */
  List<ColumnDifference> differences(String expected, String found) {
    List<ColumnDifference> differences = new ArrayList<>();
    List<String> wanted = expected == null ? null : values(expected);
    List<String> there = found == null ? null : values(found);
    for (int i = keyColumns; i < columns.size(); i++) {
      String one = wanted == null ? null : wanted.get(i);
      String other = there == null ? null : there.get(i);
      if (one == null || other == null || !equal(i, one, other)) {
        differences.add(
            new ColumnDifference(columns.get(i).name(), shown(i, one), shown(i, other)));
      }
    }
    return differences;
  }

  private boolean equal(int column, String one, String other) {
    if (one.equals(NULL) || other.equals(NULL)) {
      return one.equals(other);
    }
    return one.equals(other) || columns.get(column).kind().equal(one, other);
  }

  private String shown(int column, String value) {
    if (value == null) {
      return null;
    }
    return value.equals(NULL) ? "null" : columns.get(column).kind().shown(value);
  }

  private List<String> values(String row) {
    List<String> values = new ArrayList<>(columns.size());
    int from = 0;
    for (int end = row.indexOf(SEPARATOR); end >= 0; end = row.indexOf(SEPARATOR, from)) {
      values.add(row.substring(from, end));
      from = end + 1;
    }
    return values;
  }
}
