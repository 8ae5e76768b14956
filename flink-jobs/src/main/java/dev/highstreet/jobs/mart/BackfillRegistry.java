package dev.highstreet.jobs.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a backfill's {@code main} reads from {@code ops} and writes to it before it is submitted.
 */
public final class BackfillRegistry {
  // of two that begin at once, one waits, and then sees the other
  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('highstreet backfill begins'))";

  private static final String OVERLAPPING =
      """
      SELECT run_id, first_day, last_day FROM ops.runs
      WHERE mode = 'BACKFILL' AND outcome = 'RUNNING' AND job = ?
        AND date_trunc('month', first_day)::date <= ? AND last_day >= date_trunc('month', ?::date)::date
      ORDER BY run_id LIMIT 1""";

  private static final String BEGIN =
      """
      INSERT INTO ops.runs
        (job, mode, runtime, time_zone, lateness, clock_skew, start_offsets, end_offsets, first_day, last_day)
      VALUES (?, ?, ?, ?, ?::interval, ?::interval, ?::jsonb, ?::jsonb, ?, ?)
      RETURNING run_id""";

  private static final String NEWEST_LIVE =
      """
      SELECT run_id, time_zone, extract(epoch FROM lateness) * 1000 AS lateness_millis, watermark
      FROM ops.runs
      WHERE job = ? AND mode = 'LIVE' AND (outcome = 'RUNNING' OR watermark IS NOT NULL)
      ORDER BY run_id DESC LIMIT 1""";

  private static final String SET_ASIDE =
      """
      SELECT topic, partition, "offset", backfilled_by IS NOT NULL FROM ops.late_events
      WHERE day BETWEEN ? AND ?""";

  private static final String FREEZE =
      "UPDATE ops.runs SET start_offsets = ?::jsonb, end_offsets = ?::jsonb WHERE run_id = ?";

  private static final String FAIL =
      """
      UPDATE ops.runs SET outcome = 'FAILED', ended_at = clock_timestamp(), problem = ?
      WHERE run_id = ? AND outcome = 'RUNNING'""";

  private BackfillRegistry() {}

  /**
   * Records that a backfill begins, and empties the staging that backfills which came to nothing
   * have left.
   *
   * @param first the first day that it replaces
   * @param last the last one
   * @return its run_id, greater than that of every run before it
   * @throws IllegalArgumentException if a backfill runs that touches one of the same months
   * @throws DatabaseException as {@link RunRegistry#begin}
   */
  public static long begin(
      Database database,
      RunStart start,
      LocalDate first,
      LocalDate last,
      List<Replacement> replacements) {
    return with(
        database,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            refuseIfOverlapping(connection, start.job(), first, last);
            for (Replacement replacement : replacements) {
              statement.executeUpdate(replacement.clearAbandoned());
            }
          }
          return insert(connection, start, first, last);
        });
  }

  private static void refuseIfOverlapping(
      Connection connection, String job, LocalDate first, LocalDate last) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OVERLAPPING)) {
      statement.setString(1, job);
      statement.setObject(2, last);
      statement.setObject(3, first);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new IllegalArgumentException(
              "a backfill of %s to %s is running (run %d), and touches a month that %s to %s touches: wait until it has ended, or cancel it"
                  .formatted(row.getString(2), row.getString(3), row.getLong(1), first, last));
        }
      }
    }
  }

  private static long insert(Connection connection, RunStart start, LocalDate first, LocalDate last)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      RunRegistry.describe(start, statement);
      statement.setObject(9, first);
      statement.setObject(10, last);
      try (ResultSet inserted = statement.executeQuery()) {
        inserted.next();
        return inserted.getLong(1);
      }
    }
  }

  /** The newest live run of a job that has told the time, or may still; empty if there is none. */
  public static Optional<EarlierRun> newestLive(Database database, String job) {
    return with(
        database,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(NEWEST_LIVE)) {
            statement.setString(1, job);
            try (ResultSet row = statement.executeQuery()) {
              if (!row.next()) {
                return Optional.empty();
              }
              OffsetDateTime watermark = row.getObject(4, OffsetDateTime.class);
              return Optional.of(
                  new EarlierRun(
                      row.getLong(1),
                      ZoneId.of(row.getString(2)),
                      Duration.ofMillis(row.getLong(3)),
                      watermark == null ? null : watermark.toInstant()));
            }
          }
        });
  }

  /** The late and behind events of these days. */
  public static List<SetAside> setAside(Database database, LocalDate first, LocalDate last) {
    return with(
        database,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setObject(1, first);
            statement.setObject(2, last);
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery()) {
              List<SetAside> events = new ArrayList<>();
              while (row.next()) {
                events.add(
                    new SetAside(
                        row.getString(1), row.getInt(2), row.getLong(3), row.getBoolean(4)));
              }
              return events;
            }
          }
        });
  }

  /**
   * Records what the run is going to read.
   *
   * @param starts as JSON, {@code {"topic": {"partition": offset}}}
   * @param ends in the same form
   */
  public static void freeze(Database database, long runId, String starts, String ends) {
    update(database, FREEZE, starts, ends, runId);
  }

  /** Records that the run failed, unless it has ended. */
  public static void fail(Database database, long runId, String problem) {
    update(database, FAIL, problem, runId);
  }

  private static void update(Database database, String sql, Object... values) {
    with(
        database,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
          }
        });
  }

  /** What is done on a connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private static <T> T with(Database database, Work<T> work) {
    try (Connection connection = PostgresConnection.open(database)) {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new DatabaseException(SqlFailure.explain(e, database), e);
    }
  }
}
