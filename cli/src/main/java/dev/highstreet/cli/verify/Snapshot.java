package dev.highstreet.cli.verify;

import dev.highstreet.sql.AnswerKeyTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database holds, at one moment, whoever goes on writing to it. */
final class Snapshot implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 5_000;
  // with the default memory, Postgres would sort on disk much sooner; compiling costs more than it
  // saves
  private static final String SETTINGS =
      "SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL TimeZone = 'UTC'; SET LOCAL"
          + " DateStyle = 'ISO'";

  /**
   * Columns that are not compared as they are. An ordinary delay is no recorded fault, so it is not
   * known when an event was received within a minute; an average is cut to what the key says of it.
   */
  private static final Map<String, String> INSTEAD_OF =
      Map.of(
          "received_at",
          "CASE WHEN received_at > occurred_at + interval '1 minute' THEN received_at END",
          "average_order_value",
          "round(average_order_value, 6)");

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  static Snapshot of(DataSource reader) throws SQLException {
    Connection connection = reader.getConnection();
    try (Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      statement.execute(SETTINGS);
      return new Snapshot(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  /** Late events that a backfill has covered. */
  List<UUID> coveredEvents() throws SQLException {
    List<UUID> covered = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT DISTINCT event_id FROM ops.late_events WHERE backfilled_by IS NOT NULL")) {
        while (row.next()) {
          covered.add(row.getObject(1, UUID.class));
        }
      }
    }
    return covered;
  }

  /** How many late events of the days compared a backfill has covered, or none has. */
  long lateEvents(Scope scope, boolean covered) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT count(*) FROM ops.late_events WHERE kind = 'LATE' AND backfilled_by IS %s AND %s"
                    .formatted(covered ? "NOT NULL" : "NULL", days(scope)))) {
      count.next();
      return count.getLong(1);
    }
  }

  /** The rows of a table that belong to the days compared. */
  SortedRows rows(AnswerKeyTable table, RowFormat format, Scope scope, Days days)
      throws SQLException {
    return rows("SELECT * FROM %s%s".formatted(table.name(), where(table, scope, days)), format);
  }

  private static String where(AnswerKeyTable table, Scope scope, Days days) {
    if (scope.everything()) {
      return "";
    }
    return switch (table.period()) {
      case NONE -> throw new IllegalArgumentException(table.name() + " has no days");
      case HOUR ->
          " WHERE hour >= '%s' AND hour < '%s'"
              .formatted(days.start(scope.first()), days.end(scope.last()));
      case DAY -> " WHERE " + days(scope);
      case MONTH ->
          " WHERE month BETWEEN '%s' AND '%s'"
              .formatted(scope.firstMonth().atDay(1), scope.lastMonth().atDay(1));
      case OF_ORDER ->
          " WHERE order_id IN (SELECT order_id FROM core.orders WHERE %s)".formatted(days(scope));
    };
  }

  private static String days(Scope scope) {
    return "day BETWEEN '%s' AND '%s'".formatted(scope.first(), scope.last());
  }

  /** The rows of a query in order. */
  SortedRows rows(String query, RowFormat format) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      statement.setFetchSize(ROWS_AT_A_TIME);
      return new SortedRows(
          statement, statement.executeQuery(format.inPostgres(query, INSTEAD_OF)));
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
