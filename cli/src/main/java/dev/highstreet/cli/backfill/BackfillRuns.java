package dev.highstreet.cli.backfill;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backfills, and what there is to backfill, as {@code ops} has them. */
final class BackfillRuns {
  private static final String RUN =
      """
      SELECT outcome, rows_written, problem, (
        SELECT coalesce(sum(ends.offset::bigint - (r.start_offsets -> topics.name ->> ends.partition)::bigint), 0)
        FROM jsonb_each(r.end_offsets) AS topics (name, partitions)
        CROSS JOIN LATERAL jsonb_each_text(topics.partitions) AS ends (partition, "offset"))
      FROM ops.runs AS r WHERE run_id = ?""";

  private static final String RUNNING =
      """
      SELECT run_id, started_at < now() - interval '30 seconds' FROM ops.runs
      WHERE mode = 'BACKFILL' AND outcome = 'RUNNING' ORDER BY run_id""";

  private static final String END =
      """
      UPDATE ops.runs SET outcome = ?, problem = ?, ended_at = now()
      WHERE run_id = ? AND outcome = 'RUNNING'""";

  /** A job that is replacing rows has its run locked until it has. */
  private static final int TO_END_SECONDS = 10;

  private static final String LATE_DAYS = "SELECT day FROM ops.late_days ORDER BY day";

  // the month in which the newest live run's watermark is
  private static final String OPEN_MONTH =
      """
      SELECT date_trunc('month', watermark AT TIME ZONE time_zone)::date FROM ops.runs
      WHERE mode = 'LIVE' AND watermark IS NOT NULL ORDER BY run_id DESC LIMIT 1""";

  /**
   * How a run stands.
   *
   * @param outcome RUNNING, FINISHED, …
   * @param rowsWritten once it is finished
   * @param problem if it failed
   * @param toRead records between its offsets
   */
  record Standing(String outcome, long rowsWritten, Optional<String> problem, long toRead) {}

  /**
   * A backfill that has not ended.
   *
   * @param isOld whether it began more than a moment ago
   */
  record Running(long runId, boolean isOld) {}

  /** What is done with a row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Databases databases;

  BackfillRuns(Databases databases) {
    this.databases = databases;
  }

  Standing standing(long runId) {
    List<Standing> found =
        read(
            RUN,
            row ->
                new Standing(
                    row.getString(1),
                    row.getLong(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getLong(4)),
            runId);
    if (found.isEmpty()) {
      throw CommandException.answerIsNo(
          "there is no run %d in %s: does Flink write to another database?"
              .formatted(runId, databases.url()));
    }
    return found.get(0);
  }

  List<Running> running() {
    return read(RUNNING, row -> new Running(row.getLong(1), row.getBoolean(2)));
  }

  /** Days with late or behind events that no backfill has counted in, in order. */
  List<LocalDate> lateDays() {
    return read(LATE_DAYS, row -> row.getObject(1, LocalDate.class));
  }

  /** The first day that the live job still counts for with its month; empty without live job. */
  Optional<LocalDate> openFrom() {
    return read(OPEN_MONTH, row -> row.getObject(1, LocalDate.class)).stream().findFirst();
  }

  /** Says of all that are running that they are not: where nothing else can be running jobs. */
  void endAllAbandoned() {
    running().forEach(running -> end(running.runId(), "FAILED", "its platform ended before it"));
  }

  /** Says how a run ended, unless that is known. */
  void end(long runId, String outcome, String problem) {
    try (Connection connection = databases.writer().connections().getConnection();
        PreparedStatement update = connection.prepareStatement(END)) {
      update.setQueryTimeout(TO_END_SECONDS);
      update.setString(1, outcome);
      update.setString(2, problem);
      update.setLong(3, runId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private <T> List<T> read(String query, Row<T> value, Object... parameters) {
    try (Connection connection = databases.writer().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> values = new ArrayList<>();
        while (rows.next()) {
          values.add(value.of(rows));
        }
        return values;
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private CommandException unusable(SQLException e) {
    return CommandException.answerIsNo(
        "no use of schema ops in %s: %s".formatted(databases.url(), e.getMessage()), e);
  }
}
