package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.time.LocalDate;
import java.util.List;

/** Reads the days with late events from {@code ops.late_days}. */
final class LateDayQuery {
  // a backfill replaces whole months, so a day waits until the live job has finished with its month
  private static final String DAYS =
      """
      WITH open_month AS (
        SELECT date_trunc('month', watermark AT TIME ZONE time_zone)::date AS first_day
        FROM ops.runs
        WHERE mode = 'LIVE' AND watermark IS NOT NULL AND isfinite(watermark)
        ORDER BY run_id DESC LIMIT 1)
      SELECT late_days.day, late_days.late, late_days.behind, sales.net_sales,
             coalesce(sales.run_id, 0) AS run_id,
             coalesce(late_days.day >= (SELECT first_day FROM open_month), false) AS open
      FROM ops.late_days LEFT JOIN mart.daily_sales AS sales USING (day)
      ORDER BY late_days.day DESC
      """;

  private final Database database;

  LateDayQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** All of them, the newest first. */
  List<LateDay> days() {
    return database.rows(
        DAYS,
        row ->
            new LateDay(
                row.getObject("day", LocalDate.class),
                row.getLong("late"),
                row.getLong("behind"),
                row.getBigDecimal("net_sales"),
                row.getLong("run_id"),
                row.getBoolean("open")));
  }
}
