package dev.highstreet.dashboard.pipeline;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Watermark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the Pipeline page shows from {@code ops} and {@code mart}. */
final class PipelineQuery {
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

  private static final String REASONS =
      """
      SELECT reason,
             coalesce(sum(events) FILTER (WHERE outcome = 'QUARANTINED'), 0)     AS events,
             coalesce(sum(lines) FILTER (WHERE outcome = 'LINE_QUARANTINED'), 0) AS lines
      FROM ops.run_counts
      WHERE run_id = ? AND outcome IN ('QUARANTINED', 'LINE_QUARANTINED')
      GROUP BY reason
      ORDER BY 2 DESC, 3 DESC, 1
      """;

  // cumulative statistics: what was written, not how many rows there are
  private static final String ROWS_WRITTEN =
      """
      SELECT coalesce(sum(n_tup_ins + n_tup_upd), 0) AS rows_written, count(*) AS marts
      FROM pg_stat_user_tables
      WHERE schemaname = 'mart'
      """;

  // of these days alone: ops.late_days would count all days there are, once a second
  private static final String DAYS =
      """
      SELECT recent.day, recent.run_id,
             (SELECT count(*) FROM ops.late_events AS event
              WHERE event.day = recent.day AND event.backfilled_by IS NULL) AS late
      FROM (SELECT day, run_id FROM mart.daily_sales ORDER BY day DESC LIMIT ?) AS recent
      ORDER BY recent.day
      """;

  private final Database database;

  PipelineQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * The live run that started last, of those that have counted; a bounded one where no live one
   * has; and where none has, the one that started last.
   */
  Optional<Run> newestRun() {
    return database.row(NEWEST_RUN, PipelineQuery::run);
  }

  /** What a run has counted so far, by topic name. */
  Map<String, TopicCounts> counts(long runId) {
    record Row(String topic, TopicCounts counts) {}
    return database
        .rows(COUNTS, row -> new Row(row.getString("topic"), counts(row)), runId)
        .stream()
        .collect(Collectors.toMap(Row::topic, Row::counts));
  }

  /** Why a run quarantined, the most frequent reason first. */
  List<Reason> reasons(long runId) {
    return database.rows(
        REASONS,
        row -> new Reason(row.getString("reason"), row.getLong("events"), row.getLong("lines")),
        runId);
  }

  /** How much was written to the marts. */
  MartWrites marts() {
    return database
        .row(ROWS_WRITTEN, row -> new MartWrites(row.getLong("rows_written"), row.getLong("marts")))
        .orElseThrow();
  }

  /**
   * A calendar day of the shop.
   *
   * @param day with sales
   * @param runId the run that wrote it last
   * @param late events set aside for it that no backfill has counted in
   */
  record RecentDay(LocalDate day, long runId, long late) {}

  /** The newest days with sales, in order. */
  List<RecentDay> days(int atMost) {
    return database.rows(
        DAYS,
        row ->
            new RecentDay(
                row.getObject("day", LocalDate.class), row.getLong("run_id"), row.getLong("late")),
        atMost);
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
