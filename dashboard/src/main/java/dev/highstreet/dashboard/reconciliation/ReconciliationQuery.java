package dev.highstreet.dashboard.reconciliation;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads the newest comparison from {@code ops.reconciliations}, table by table. */
public final class ReconciliationQuery {
  private static final String NEWEST =
      """
      SELECT at, view, first_day, last_day, table_name, expected, equal, missing, extra, different,
             ARRAY(
               SELECT format('%s: %s',
                 coalesce((SELECT string_agg(part.key || ' ' || part.value, ', ')
                           FROM jsonb_each_text(difference -> 'key') AS part), 'a row'),
                 coalesce((SELECT string_agg(format('%s is %s, and must be %s', part ->> 'column',
                                                    coalesce(part ->> 'found', 'empty'),
                                                    coalesce(part ->> 'expected', 'empty')), '; ')
                           FROM jsonb_array_elements(difference -> 'columns') AS part),
                          lower(difference ->> 'kind')))
               FROM jsonb_array_elements(first_differences) AS difference) AS differences
      FROM ops.reconciliations
      WHERE reconciliation_id = (SELECT max(reconciliation_id) FROM ops.reconciliations)
      ORDER BY missing + extra + different = 0, table_name
      """;

  private final Database database;

  public ReconciliationQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The newest comparison as a whole; empty before the first. */
  public Optional<Reconciliation> newest() {
    record Row(
        Instant at, String view, LocalDate first, LocalDate last, Reconciliation.Table table) {}
    List<Row> rows =
        database.rows(
            NEWEST,
            row ->
                new Row(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("view"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class),
                    new Reconciliation.Table(
                        row.getString("table_name"),
                        row.getLong("expected"),
                        row.getLong("equal"),
                        row.getLong("missing"),
                        row.getLong("extra"),
                        row.getLong("different"),
                        List.of((String[]) row.getArray("differences").getArray()))));
    return rows.stream()
        .findFirst()
        .map(
            one ->
                new Reconciliation(
                    one.at(),
                    one.view(),
                    one.first(),
                    one.last(),
                    rows.stream().map(Row::table).toList()));
  }
}
