package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Watermark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads runs from {@code ops.runs}. */
final class RunQuery {
  private static final String RUNS =
      """
      SELECT run_id, job, mode, runtime, outcome, started_at, ended_at, watermark, first_day, last_day,
             rows_written, problem,
             EXISTS (SELECT FROM ops.run_counts WHERE run_counts.run_id = runs.run_id) AS counted
      FROM ops.runs
      WHERE run_id < ?
      ORDER BY run_id DESC
      LIMIT ?
      """;

  private final Database database;

  RunQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Runs before one, the newest first. */
  List<RunRow> list(long before, int atMost) {
    return database.rows(RUNS, RunQuery::run, before, atMost);
  }

  private static RunRow run(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("run_id"),
        row.getString("job"),
        row.getString("mode"),
        row.getString("runtime"),
        row.getString("outcome"),
        row.getBoolean("counted"),
        instant(row, "started_at").orElseThrow(),
        instant(row, "ended_at"),
        Watermark.read(row, "watermark"),
        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
        Optional.ofNullable(row.getObject("rows_written", Long.class)),
        Optional.ofNullable(row.getString("problem")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
