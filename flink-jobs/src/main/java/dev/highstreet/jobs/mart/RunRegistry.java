package dev.highstreet.jobs.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Announces runs in {@code ops.runs}; called from a job's {@code main}, before it is submitted. */
public final class RunRegistry {
  private static final String BEGIN =
      """
      INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, start_offsets, end_offsets)
      VALUES (?, ?, ?, ?, ?::interval, ?::interval, ?::jsonb, ?::jsonb)
      RETURNING run_id""";

  private RunRegistry() {}

  /**
   * Records that a run begins.
   *
   * @return its run_id, greater than that of every run before it
   * @throws DatabaseException if the database cannot be reached, is not migrated, or refuses the
   *     role; the message says which, and what to do
   */
  public static long begin(Database database, RunStart start) {
    try (Connection connection = PostgresConnection.open(database);
        PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      describe(start, statement);
      connection.setAutoCommit(true);
      try (ResultSet inserted = statement.executeQuery()) {
        inserted.next();
        return inserted.getLong(1);
      }
    } catch (SQLException e) {
      throw new DatabaseException(SqlFailure.explain(e, database), e);
    }
  }

  /** Fills in the first eight parameters, in the order of the columns above. */
  static void describe(RunStart start, PreparedStatement statement) throws SQLException {
    statement.setString(1, start.job());
    statement.setString(2, start.mode().name());
    statement.setString(3, start.runtime().name());
    statement.setString(4, start.zone().getId());
    statement.setString(5, start.lateness().toString());
    statement.setString(6, start.clockSkew().toString());
    statement.setString(7, start.startOffsets());
    statement.setString(8, start.endOffsets());
  }
}
