package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the clocks that the strip shows. */
final class StripQuery {
  // of the newest run that has counted, as on the Pipeline page;
  // ticks move the shop's clock too; they show in the watermark, which trails it by a fixed lag
  private static final String CLOCKS =
      """
      SELECT greatest(
               (SELECT max(occurred_at) FROM core.orders),
               CASE WHEN isfinite(run.watermark)
                    THEN run.watermark + run.lateness + run.clock_skew END) AS shop_time,
             run.watermark,
             (SELECT max(updated_at) FROM mart.daily_sales) AS newest_row
      FROM (SELECT 1) AS always
      LEFT JOIN (
        SELECT * FROM ops.runs
        ORDER BY EXISTS (SELECT FROM ops.run_counts WHERE run_counts.run_id = runs.run_id) DESC,
                 mode = 'LIVE' DESC, run_id DESC
        LIMIT 1) AS run ON true
      """;

  private final Database database;

  StripQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * The clocks, each its own.
   *
   * @param shopTime the newest order, or the newest tick; empty before the first
   * @param watermark of the newest live run, or of the newest where none is live
   * @param newestRow wall clock at which the newest mart row was written
   */
  record Clocks(Optional<Instant> shopTime, Watermark watermark, Optional<Instant> newestRow) {}

  Clocks read() {
    return database.row(CLOCKS, StripQuery::clocks).orElseThrow();
  }

  private static Clocks clocks(ResultSet row) throws SQLException {
    return new Clocks(
        instant(row, "shop_time"), Watermark.read(row, "watermark"), instant(row, "newest_row"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
