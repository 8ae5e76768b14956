package dev.highstreet.jobs.mart;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work as transactions on one connection, opened when it is first needed and again after every
 * error. Work that failed for a reason that may pass is run again from its beginning, so it must be
 * idempotent: a connection can be lost just after a commit.
 */
final class Transactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Database database;
  private final Duration silence;
  private final long retryNanos;
  private final Counter retries;
  private Connection connection;

  Transactions(Database database, Duration retryFor, MetricGroup metrics) {
    this(database, retryFor, PostgresConnection.SILENCE, metrics);
  }

  /**
   * The same.
   *
   * @param silence how long a statement may take before its server is given up for gone
   */
  Transactions(Database database, Duration retryFor, Duration silence, MetricGroup metrics) {
    this.database = database;
    this.silence = silence;
    this.retryNanos = retryFor.toNanos();
    this.retries = metrics.counter("retries");
  }

  /** What is done in a transaction. */
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  /**
   * Does the work and commits it.
   *
   * @throws SQLException if it fails for good, or keeps failing for as long as retries are allowed
   */
  void run(Work work) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + retryNanos;
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        runOnce(work);
        return;
      } catch (SQLException e) {
        boolean timeLeft = System.nanoTime() + pause * NANOS_A_MILLI < deadline;
        if (!SqlFailure.isTransient(e) || !timeLeft) {
          throw e;
        }
        retries.inc();
        LOG.warn("{}: {}; trying again in {} ms", database.url(), SqlFailure.firstLine(e), pause);
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /** What a task throws when work has failed for good, so that its job restarts. */
  IOException failure(SQLException failure) {
    return new IOException(SqlFailure.explain(failure, database), failure);
  }

  private void runOnce(Work work) throws SQLException {
    boolean committed = false;
    try {
      if (connection == null) {
        connection = PostgresConnection.open(database, silence);
      }
      work.on(connection);
      connection.commit();
      committed = true;
    } finally {
      if (!committed) {
        close();
      }
    }
  }

  /** Closes the connection, which undoes what is not committed; a later run opens another. */
  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("Closing a connection that is gone already", e);
      }
      connection = null;
    }
  }
}
