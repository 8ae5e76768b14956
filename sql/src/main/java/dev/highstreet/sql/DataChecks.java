package dev.highstreet.sql;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs the data tests, {@code sql/checks}: every total in the marts is derived again from another
 * table, and references are followed, all but those to what may never come: a test says which.
 *
 * <p>They hold of what a job leaves behind when it has read everything and then completed a
 * checkpoint or stopped. While it is half way through, its sinks write one after the other, and a
 * test may see an order without its day.
 *
 * <p>A new one is a file there, its name here, and in the tests a fault that it sees.
 */
public final class DataChecks {
  /** How many violations of a claim are kept to be shown; the others are counted. */
  public static final int KEPT_VIOLATIONS = 20;

  /** In the order in which they run: from what happened, by its sums, to the run's own books. */
  static final List<String> NAMES =
      List.of(
          "lines-and-prices-are-positive",
          "lines-are-worth-quantity-times-price",
          "lines-name-known-revisions",
          "lines-add-up-to-orders",
          "orders-name-known-stores",
          "products-are-their-newest-revision",
          "price-history-has-no-gaps",
          "transactions-fall-on-their-day",
          "transactions-add-up-to-days",
          "transactions-add-up-to-hours",
          "lines-add-up-to-products-and-categories",
          "groups-add-up-to-days",
          "days-add-up-to-months",
          "months-count-customers-once",
          "customers-are-plausible",
          "measures-are-never-negative",
          "rows-name-recorded-runs",
          "counts-account-for-rows",
          "orders-account-for-their-dead-letters",
          "dead-letters-keep-bytes-once");

  private static final int ROWS_AT_A_TIME = 1_000;
  // with the default memory, Postgres would sort a million lines on disk
  private static final String SETTINGS = "SET LOCAL work_mem = '128MB'; SET LOCAL TimeZone = 'UTC'";

  private DataChecks() {}

  /**
   * Runs all tests on one snapshot of the database, which is not changed.
   *
   * @param reader connects as {@link Roles#READER}
   * @return a result for each test
   * @throws SQLException if one cannot be run; its message names the test
   */
  public static List<CheckResult> run(DataSource reader) throws SQLException {
    requireNonNull(reader, "reader is null");
    List<CheckResult> results = new ArrayList<>();
    try (Connection connection = reader.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
        statement.setFetchSize(ROWS_AT_A_TIME);
        for (String name : NAMES) {
          results.add(run(statement, DataCheck.named(name)));
        }
      }
      connection.rollback();
    }
    return List.copyOf(results);
  }

  private static CheckResult run(Statement statement, DataCheck check) throws SQLException {
    try (ResultSet rows = statement.executeQuery(check.query())) {
      long violations = 0;
      List<String> first = new ArrayList<>();
      while (rows.next()) {
        violations++;
        if (first.size() < KEPT_VIOLATIONS) {
          first.add(row(rows));
        }
      }
      return new CheckResult(check.name(), check.claim(), violations, first);
    } catch (SQLException e) {
      throw new SQLException(
          "the data test %s does not run: %s".formatted(check.name(), e.getMessage()),
          e.getSQLState(),
          e);
    }
  }

  private static String row(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(rows.getMetaData().getColumnLabel(i) + "=" + rows.getString(i));
    }
    return String.join(", ", columns);
  }
}
