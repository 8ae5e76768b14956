package dev.highstreet.drills.rig;

import dev.highstreet.testsupport.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Somebody else's transaction on the rows of the marts, who locks them in an order of their own. It
 * is patient, so that of two that wait for each other Postgres ends the job's.
 */
public final class ForeignTransaction implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid))";
  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  private final DrillPostgres postgres;
  private final Connection connection;
  private final int pid;

  private ForeignTransaction(DrillPostgres postgres, Connection connection) throws SQLException {
    this.postgres = postgres;
    this.connection = connection;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET deadlock_timeout = '1h'");
    }
    this.pid = (int) number("SELECT pg_backend_pid()");
  }

  /** Begins one. */
  public static ForeignTransaction begin(DrillPostgres postgres) throws SQLException {
    return new ForeignTransaction(postgres, postgres.asAdministrator());
  }

  /** Locks rows. */
  public void lock(String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1 FROM %s FOR UPDATE".formatted(table));
    }
  }

  /** Waits until somebody waits for this transaction. */
  public void awaitWaiting() throws Exception {
    Eventually.wait(
        PATIENCE, "the job to wait for a lock", () -> observe(WAITING.formatted(pid)) > 0);
  }

  /** How many deadlocks Postgres has broken in this database. */
  public long deadlocks() throws SQLException {
    return observe(DEADLOCKS);
  }

  /** Waits until they are so many; Postgres counts them a moment later. */
  public void awaitDeadlocks(long count) throws Exception {
    Eventually.wait(PATIENCE, "a deadlock", () -> deadlocks() >= count);
  }

  private long observe(String query) throws SQLException {
    try (Connection other = postgres.asAdministrator();
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Undoes everything. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
