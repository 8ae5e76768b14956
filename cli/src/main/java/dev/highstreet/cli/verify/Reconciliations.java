package dev.highstreet.cli.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Writes verdicts down in {@code ops.reconciliations}, for the dashboard and for later. */
final class Reconciliations {
  private static final String ROW =
      """
      INSERT INTO ops.reconciliations (reconciliation_id, view, first_day, last_day, table_name,
                                       expected, equal, missing, extra, different, first_differences, seconds)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

  private Reconciliations() {}

  /** Adds a row a table, all or none. */
  static void record(Verdict verdict, DataSource writer) throws SQLException {
    try (Connection connection = writer.getConnection()) {
      connection.setAutoCommit(false);
      long id = nextId(connection);
      try (PreparedStatement row = connection.prepareStatement(ROW)) {
        for (TableVerdict table : verdict.tables()) {
          row.setLong(1, id);
          row.setString(2, verdict.view().name());
          row.setObject(3, verdict.firstDay());
          row.setObject(4, verdict.lastDay());
          row.setString(5, table.table());
          row.setLong(6, table.expected());
          row.setLong(7, table.equal());
          row.setLong(8, table.missing());
          row.setLong(9, table.extra());
          row.setLong(10, table.different());
          row.setString(11, VerdictJson.differences(table.first()).toString());
          row.setDouble(12, table.seconds());
          row.addBatch();
        }
        row.executeBatch();
      }
      connection.commit();
    }
  }

  private static long nextId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet next = statement.executeQuery("SELECT nextval('ops.reconciliation_ids')")) {
      next.next();
      return next.getLong(1);
    }
  }
}
