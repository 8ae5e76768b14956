package dev.highstreet.cli;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A lock in somebody else's transaction, before which a backfill stands still. */
final class HeldLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String WAITING =
      "SELECT 1 FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid))";

  private final PostgresExtension postgres;
  private final Connection connection;
  private final long pid;

  private HeldLock(PostgresExtension postgres, String lock) throws SQLException {
    this.postgres = postgres;
    this.connection = postgres.as(Roles.WRITER).getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(lock);
      try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
        row.next();
        pid = row.getLong(1);
      }
    }
  }

  /** Of a table whose rows are to be replaced. */
  static HeldLock onTable(PostgresExtension postgres, String table) throws SQLException {
    return new HeldLock(postgres, "LOCK TABLE %s IN ROW EXCLUSIVE MODE".formatted(table));
  }

  /** Of the right to begin, which one backfill has at a time. */
  static HeldLock onBeginning(PostgresExtension postgres) throws SQLException {
    return new HeldLock(
        postgres, "SELECT pg_advisory_xact_lock(hashtext('highstreet backfill begins'))");
  }

  /** Waits until somebody stands before it. */
  void awaitWaiting() throws Exception {
    Eventually.wait(PATIENCE, "the backfill to stand still", this::isWaitedFor);
  }

  private boolean isWaitedFor() throws SQLException {
    try (Connection other = postgres.as(Roles.WRITER).getConnection();
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(WAITING.formatted(pid))) {
      return row.next();
    }
  }

  /** Lets whoever waits go on; does nothing the second time. */
  void release() throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.close();
    }
  }

  @Override
  public void close() throws SQLException {
    release();
  }
}
