package dev.highstreet.jobs.mart;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * Puts all that a backfill has staged in place of the old rows, seals the periods, and closes the
 * run: in one transaction, so that a reader sees all of it or nothing. Readers are not held up;
 * writers of the same tables wait. Done twice, it is done once.
 */
final class ReplacingTransaction {
  /** Somebody else's transaction on the tables is waited for; the marts' writers behind us wait. */
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '20s'";

  private static final String OUTCOME = "SELECT outcome FROM ops.runs WHERE run_id = ? FOR UPDATE";

  private static final String COUNT_IN =
      """
      UPDATE ops.late_events AS e SET backfilled_by = r.run_id
      FROM ops.runs AS r
      WHERE r.run_id = ? AND e.day BETWEEN r.first_day AND r.last_day
        AND e."offset" < (r.end_offsets -> e.topic ->> e.partition::text)::bigint""";

  private static final String SEAL =
      """
      INSERT INTO ops.backfilled_periods (grain, period, run_id)
      SELECT grain, period::date, run_id
      FROM (SELECT * FROM ops.runs WHERE run_id = ?) AS r
      CROSS JOIN LATERAL (
        SELECT 'DAY', generate_series(first_day::timestamp, last_day, interval '1 day')
        UNION ALL
        SELECT 'MONTH', generate_series(date_trunc('month', first_day::timestamp), last_day, interval '1 month')
      ) AS touched (grain, period)
      ON CONFLICT (grain, period) DO UPDATE SET run_id = EXCLUDED.run_id""";

  private static final String CLOSE =
      "UPDATE ops.runs SET outcome = 'FINISHED', ended_at = clock_timestamp(), rows_written = ? WHERE run_id = ?";

  private final long runId;
  private final List<Replacement> replacements;

  ReplacingTransaction(long runId, List<Replacement> replacements) {
    this.runId = runId;
    // as writers lock them, one statement after the other
    this.replacements =
        replacements.stream().sorted(Comparator.comparing(r -> r.table().name())).toList();
  }

  /**
   * Does it, in the connection's transaction; nothing if the run has done it before.
   *
   * @throws RunIsOverException if somebody has ended the run
   */
  void on(Connection connection) throws SQLException {
    String outcome = outcome(connection);
    if (outcome.equals("FINISHED")) {
      return;
    }
    if (!outcome.equals("RUNNING")) {
      throw new RunIsOverException(
          "run %d is %s: its rows take the place of none".formatted(runId, outcome));
    }
    lock(connection);
    long written = 0;
    for (Replacement replacement : replacements) {
      execute(connection, replacement.delete());
    }
    for (Replacement replacement : replacements) {
      written += execute(connection, replacement.insert());
      execute(connection, replacement.clear());
    }
    execute(connection, COUNT_IN);
    execute(connection, SEAL);
    try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
      close.setLong(1, written);
      close.setLong(2, runId);
      close.executeUpdate();
    }
  }

  private String outcome(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OUTCOME)) {
      statement.setLong(1, runId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "not recorded";
      }
    }
  }

  private void lock(Connection connection) throws SQLException {
    String tables =
        replacements.stream()
            .map(replacement -> UpsertStatement.quoted(replacement.table().name()))
            .collect(joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK_TIMEOUT);
      statement.execute(
          "LOCK TABLE %s, ops.late_events IN SHARE ROW EXCLUSIVE MODE".formatted(tables));
    }
  }

  private long execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, runId);
      return statement.executeLargeUpdate();
    }
  }

  /** The run was ended before it could replace anything. */
  static final class RunIsOverException extends SQLException {
    private static final long serialVersionUID = 1L;

    RunIsOverException(String message) {
      super(message);
    }
  }
}
