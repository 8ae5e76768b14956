package dev.highstreet.dashboard.ledger;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Watermark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the newest run and what it has counted from {@code ops}. */
public final class LedgerQuery {
  // a run that never read a thing was only looked at: showing a job's plan in Flink's web UI
  // registers one
  private static final String NEWEST_RUN =
      """
      SELECT run.run_id, run.job, run.mode, run.outcome, run.started_at, run.watermark,
             run.start_offsets::text AS start_offsets, run.end_offsets::text AS end_offsets
      FROM ops.runs AS run
      ORDER BY EXISTS (SELECT FROM ops.run_counts AS counted WHERE counted.run_id = run.run_id) DESC,
               run.mode = 'LIVE' DESC, run.run_id DESC
      LIMIT 1
      """;

  private static final String COUNTS =
      """
      SELECT topic,
             coalesce(sum(events) FILTER (WHERE outcome = 'ACCEPTED'), 0)        AS accepted,
             coalesce(sum(events) FILTER (WHERE outcome = 'LATE'), 0)            AS late,
             coalesce(sum(events) FILTER (WHERE outcome = 'BEHIND'), 0)          AS behind,
             coalesce(sum(events) FILTER (WHERE outcome = 'REPEATED'), 0)        AS repeated,
             coalesce(sum(events) FILTER (WHERE outcome = 'QUARANTINED'), 0)     AS quarantined,
             coalesce(sum(events) FILTER (WHERE outcome = 'TICK'), 0)            AS ticks,
             coalesce(sum(lines) FILTER (WHERE outcome = 'ACCEPTED'), 0)         AS lines,
             coalesce(sum(lines) FILTER (WHERE outcome = 'LINE_QUARANTINED'), 0) AS faulty_lines
      FROM ops.run_counts
      WHERE run_id = ?
      GROUP BY topic
      """;

  private final Database database;

  public LedgerQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * The live run that started last, of those that have counted; a bounded one where no live one
   * has; and where none has, the one that started last.
   */
  public Optional<Run> newestRun() {
    return database.row(NEWEST_RUN, LedgerQuery::run);
  }

  /** What a run has counted so far, by topic name. */
  public Map<String, TopicCounts> counts(long runId) {
    record Row(String topic, TopicCounts counts) {}
    return database
        .rows(COUNTS, row -> new Row(row.getString("topic"), counts(row)), runId)
        .stream()
        .collect(Collectors.toMap(Row::topic, Row::counts));
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("run_id"),
        row.getString("job"),
        row.getString("mode").equals("LIVE"),
        row.getString("outcome"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Watermark.read(row, "watermark"),
        FrozenOffsets.recordsBefore(row.getString("start_offsets")),
        FrozenOffsets.recordsBefore(row.getString("end_offsets")));
  }

  private static TopicCounts counts(ResultSet row) throws SQLException {
    return new TopicCounts(
        row.getLong("accepted"),
        row.getLong("late"),
        row.getLong("behind"),
        row.getLong("repeated"),
        row.getLong("quarantined"),
        row.getLong("ticks"),
        row.getLong("lines"),
        row.getLong("faulty_lines"));
  }
}
