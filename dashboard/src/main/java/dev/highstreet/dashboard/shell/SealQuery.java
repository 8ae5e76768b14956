package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the newest comparison with the answer key, as a whole. */
final class SealQuery {
  private static final String NEWEST =
      """
      SELECT max(at) AS at, max(view) AS view, min(first_day) AS first_day, max(last_day) AS last_day,
             count(*) AS tables, sum(expected) AS rows,
             count(*) FILTER (WHERE missing = 0 AND extra = 0 AND different = 0) AS equal_tables
      FROM ops.reconciliations
      WHERE reconciliation_id = (SELECT max(reconciliation_id) FROM ops.reconciliations)
      HAVING count(*) > 0
      """;

  private final Database database;

  SealQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  Optional<Seal.Comparison> read() {
    return database.row(
        NEWEST,
        row ->
            new Seal.Comparison(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("view"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("tables"),
                row.getLong("equal_tables"),
                row.getLong("rows")));
  }
}
