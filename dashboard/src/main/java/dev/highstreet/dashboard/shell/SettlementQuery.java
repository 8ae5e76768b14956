package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads how far each run has come. A backfill has no clock of its own: what it writes is as settled
 * as the other runs have made it.
 */
public final class SettlementQuery {
  private static final String FURTHEST =
      """
      SELECT run_id,
             CASE mode WHEN 'BACKFILL' THEN max(watermark) FILTER (WHERE mode <> 'BACKFILL') OVER ()
             ELSE max(watermark) FILTER (WHERE mode <> 'BACKFILL') OVER (ORDER BY run_id DESC) END AS furthest
      FROM ops.runs
      """;

  private final Database database;

  public SettlementQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /**
   * How settled each run's rows are, now.
   *
   * @throws Unavailable as {@link Database#rows}
   */
  public Settlement read() {
    record Row(long run, Watermark furthest) {}
    Map<Long, Watermark> furthest = new HashMap<>();
    for (Row row :
        database.rows(
            FURTHEST, row -> new Row(row.getLong("run_id"), Watermark.read(row, "furthest")))) {
      furthest.put(row.run(), row.furthest());
    }
    return new Settlement(furthest);
  }
}
