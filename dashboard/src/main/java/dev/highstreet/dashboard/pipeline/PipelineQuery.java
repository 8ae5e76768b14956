package dev.highstreet.dashboard.pipeline;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.time.LocalDate;
import java.util.List;

/** Reads what the Pipeline page shows from {@code ops} and {@code mart}. */
final class PipelineQuery {
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
}
