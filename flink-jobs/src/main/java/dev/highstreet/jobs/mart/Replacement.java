package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.Serializable;

/**
 * How the staged rows of a table take the place of others.
 *
 * @param table the table; {@link MartTable#staged} names where its rows are staged
 * @param extent which rows they take the place of
 */
public record Replacement(MartTable<?> table, Extent extent) implements Serializable {

  /** Which rows of a table {@code t} a run {@code r} replaces. */
  public enum Extent {
    /** Of its days, by the column {@code day}. */
    DAYS("t.day BETWEEN r.first_day AND r.last_day"),
    /** Of its days, by the column {@code hour} in its time zone. */
    HOURS("(t.hour AT TIME ZONE r.time_zone)::date BETWEEN r.first_day AND r.last_day"),
    /** Of the months that its days are in, by the column {@code month}. */
    MONTHS("t.month BETWEEN date_trunc('month', r.first_day)::date AND r.last_day"),
    /** Of its days; by the time too, as there is an index on that. */
    TRANSACTIONS(
        """
        t.day BETWEEN r.first_day AND r.last_day
          AND t.occurred_at >= (r.first_day - 1)::timestamp AT TIME ZONE r.time_zone
          AND t.occurred_at < (r.last_day + 2)::timestamp AT TIME ZONE r.time_zone"""),
    /** The lines of the orders of its days, which must still be there. */
    ORDER_LINES(
        "EXISTS (SELECT FROM core.orders AS o WHERE o.order_id = t.order_id AND %s)"
            .formatted(TRANSACTIONS.replaced.replace("t.", "o."))),
    /** None, but for the same letters of its days: others stay those of whoever found them. */
    LETTERS(
        "false",
        """
        WHERE EXISTS (
          SELECT FROM ops.runs AS r WHERE r.run_id = EXCLUDED.run_id
          AND (EXCLUDED.occurred_at AT TIME ZONE r.time_zone)::date BETWEEN r.first_day AND r.last_day)""");

    private final String replaced;
    private final String unlessKept;

    Extent(String replaced) {
      this(replaced, "");
    }

    Extent(String replaced, String unlessKept) {
      this.replaced = replaced;
      this.unlessKept = unlessKept;
    }
  }

  public Replacement {
    requireNonNull(table, "table is null");
    requireNonNull(extent, "extent is null");
  }

  /** Removes the rows that are replaced; its parameter is the run. */
  String delete() {
    return "DELETE FROM %s AS t USING ops.runs AS r WHERE r.run_id = ? AND %s"
        .formatted(UpsertStatement.quoted(table.name()), extent.replaced);
  }

  /**
   * Puts the staged rows there; its parameter is the run. A key that is there all the same, of
   * another day, is overwritten, as by any later run.
   */
  String insert() {
    String columns =
        UpsertStatement.list(table.columns().map(MartTable.Column::name)) + ", run_id, updated_at";
    return "INSERT INTO %s AS t (%s) SELECT %s FROM %s WHERE run_id = ? ON CONFLICT (%s) DO UPDATE SET %s %s"
        .formatted(
            UpsertStatement.quoted(table.name()),
            columns,
            columns.replaceFirst("updated_at$", "now()"),
            UpsertStatement.quoted(table.staged().name()),
            UpsertStatement.list(UpsertStatement.conflictKey(table)),
            UpsertStatement.overwritten(table)
                .map(column -> "%1$s = EXCLUDED.%1$s".formatted(UpsertStatement.quoted(column)))
                .collect(joining(", ")),
            extent.unlessKept);
  }

  /** Empties the staging of a run; its parameter is the run. */
  String clear() {
    return "DELETE FROM %s WHERE run_id = ?"
        .formatted(UpsertStatement.quoted(table.staged().name()));
  }

  /** Empties the staging of all runs that will not replace anything any more. */
  String clearAbandoned() {
    return "DELETE FROM %s WHERE run_id NOT IN (SELECT run_id FROM ops.runs WHERE mode = 'BACKFILL' AND outcome = 'RUNNING')"
        .formatted(UpsertStatement.quoted(table.staged().name()));
  }
}
