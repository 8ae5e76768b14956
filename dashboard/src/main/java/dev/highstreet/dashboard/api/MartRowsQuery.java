package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads rows of any mart, by its key. Names come from the catalog, values are bound. */
final class MartRowsQuery {
  private static final String ROWS =
      """
      SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT ?
      """;

  private final Database database;

  MartRowsQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Rows in the order of the key; their values in the order of the mart's columns. */
  List<List<Object>> read(MartSelection selection, int atMost) {
    Mart mart = selection.mart();
    String key = quoted(mart.key());
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    for (MartSelection.Condition condition : selection.conditions()) {
      conditions.add(condition.column().quoted() + " " + condition.operator() + " ?");
      values.add(condition.value());
    }
    if (!selection.after().isEmpty()) {
      conditions.add(
          "(%s) > (%s)"
              .formatted(key, String.join(", ", Collections.nCopies(mart.key().size(), "?"))));
      values.addAll(selection.after());
    }
    values.add(atMost);
    return database.rows(
        ROWS.formatted(
            quoted(mart.columns()), mart.quoted(), String.join(" AND ", conditions), key),
        row -> values(row, mart),
        values.toArray());
  }

  private static List<Object> values(ResultSet row, Mart mart) throws SQLException {
    List<Object> values = new ArrayList<>(mart.columns().size());
    for (int i = 0; i < mart.columns().size(); i++) {
      values.add(mart.columns().get(i).type().read(row, i + 1));
    }
    return values;
  }

  private static String quoted(List<Mart.Column> columns) {
    return String.join(", ", columns.stream().map(Mart.Column::quoted).toList());
  }
}
