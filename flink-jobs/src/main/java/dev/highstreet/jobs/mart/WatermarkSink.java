package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Shows how far a run has come in {@code ops.runs.watermark}. Takes watermarks in milliseconds
 * since the epoch, each written at once, so there should be about one a second.
 *
 * <p>{@code Long.MIN_VALUE}, no watermark yet, changes nothing; {@code Long.MAX_VALUE}, the end of
 * all input, shows as infinity. The column never goes back: after a restart it stays until the
 * watermark has caught up, since what was final stays final.
 */
public final class WatermarkSink implements Sink<Long> {
  private static final String ADVANCE =
      """
      UPDATE ops.runs SET watermark = greatest(watermark, %s)
      FROM (VALUES (?::bigint)) AS newest (millis)
      WHERE run_id = ?"""
          .formatted(SqlType.TIMESTAMPTZ.read("newest.millis"));

  private final Database database;
  private final long runId;
  private final Duration retryFor;

  /**
   * A sink for the run's watermarks.
   *
   * @param runId from {@link RunRegistry#begin}
   */
  public WatermarkSink(Database database, long runId) {
    this.database = requireNonNull(database, "database is null");
    this.runId = runId;
    this.retryFor = UpsertOptions.defaults().retryFor();
  }

  @Override
  public SinkWriter<Long> createWriter(WriterInitContext context) {
    DriverRelease.register(context.getUserCodeClassLoader());
    return new Writer(runId, new Transactions(database, retryFor, context.metricGroup()));
  }

  private record Writer(long runId, Transactions transactions) implements SinkWriter<Long> {
    @Override
    public void write(Long watermark, Context context) throws IOException, InterruptedException {
      if (watermark == Long.MIN_VALUE) {
        return;
      }
      try {
        transactions.run(connection -> advance(connection, watermark));
      } catch (SQLException e) {
        throw transactions.failure(e);
      }
    }

    private void advance(Connection connection, long watermark) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
        statement.setLong(1, watermark);
        statement.setLong(2, runId);
        statement.executeUpdate();
      }
    }

    @Override
    public void flush(boolean endOfInput) {
      // nothing waits
    }

    @Override
    public void close() {
      transactions.close();
    }
  }
}
