package dev.highstreet.testsupport;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that a run has written, in a form in which two runs can be compared. */
public final class DatabaseRows {
  private static final String TABLES =
      """
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname IN ('core', 'mart', 'ops') AND format('%I.%I', schemaname, tablename) <> 'ops.runs'
      ORDER BY 1""";

  private DatabaseRows() {}

  /**
   * The rows of every table in {@code core}, {@code mart} and {@code ops} by the table's name, each
   * as JSON, sorted. Without {@code ops.runs}, and without {@code run_id} and {@code updated_at},
   * which say who wrote and when.
   */
  public static Map<String, List<String>> all(DataSource reader) throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection connection = reader.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : strings(statement, TABLES)) {
        String rows = "SELECT to_jsonb(t) - 'run_id' - 'updated_at' FROM %s AS t ORDER BY 1";
        all.put(table, strings(statement, rows.formatted(table)));
      }
    }
    return all;
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
