package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How one table compares with its answer.
 *
 * @param table with its schema
 * @param equal rows that agree in every column
 * @param missing rows that the table lacks
 * @param extra rows that it should not have
 * @param different rows that disagree in some column
 * @param first a few of those that do not agree
 * @param seconds what the comparison took
 */
public record TableVerdict(
    String table,
    long equal,
    long missing,
    long extra,
    long different,
    List<Difference> first,
    double seconds) {
  /** Refuses what is incomplete. */
  public TableVerdict {
    requireNonNull(table, "table is null");
    first = List.copyOf(first);
  }

  /** The same, with how long it took in all. */
  TableVerdict took(double all) {
    return new TableVerdict(table, equal, missing, extra, different, first, all);
  }

  /** Rows of the answer. */
  public long expected() {
    return equal + missing + different;
  }

  /** Rows of the table, as far as they were compared. */
  public long found() {
    return equal + extra + different;
  }

  /** Rows that do not agree. */
  public long differences() {
    return missing + extra + different;
  }

  /** Whether nothing differs. */
  public boolean holds() {
    return differences() == 0;
  }
}
