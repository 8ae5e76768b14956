package dev.highstreet.jobs.mart;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.postgresql.PGConnection;
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
  private volatile Connection connection;
  private volatile boolean abandoned;

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
   * @throws SQLException if it fails for good, keeps failing for as long as retries are allowed, or
   *     is {@linkplain #abandon abandoned}
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
        if (abandoned || !SqlFailure.isTransient(e) || !timeLeft) {
          throw e;
        }
        retries.inc();
        LOG.warn("{}: {}; trying again in {} ms", database.url(), SqlFailure.firstLine(e), pause);
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /**
   * Undoes from another thread what is being done: it fails at once, even if it waits for a lock,
   * and its locks are given back. Nothing is done after that; what was committed before stays.
   */
  void abandon() {
    abandoned = true;
    Connection current = connection;
    if (current == null) {
      return;
    }
    try {
      current.unwrap(PGConnection.class).cancelQuery();
      current.abort(Runnable::run); // should it be between two statements
    } catch (SQLException e) {
      LOG.warn("{} may go on with what was abandoned", database.url(), e);
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
      if (abandoned) {
        throw new SQLException("abandoned before it began");
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
