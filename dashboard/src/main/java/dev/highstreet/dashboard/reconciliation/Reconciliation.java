package dev.highstreet.dashboard.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The newest comparison of the tables with the answer key.
 *
 * @param at when it was made, on the wall clock
 * @param view which truth it was made with: AS_STREAMED, FINAL or AS_HEALED
 * @param firstDay the first day that was compared
 * @param lastDay the last
 * @param tables each by itself; those that differ first
 */
public record Reconciliation(
    Instant at, String view, LocalDate firstDay, LocalDate lastDay, List<Table> tables) {
  public Reconciliation {
    requireNonNull(at, "at is null");
    requireNonNull(view, "view is null");
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param name of schema and table
   * @param expected rows of the answer key
   * @param equal rows that are as they must be
   * @param missing rows that the table lacks
   * @param extra rows that it must not have
   * @param different rows of which a column is wrong
   * @param differences the first ones, in words; none where there are none
   */
  public record Table(
      String name,
      long expected,
      long equal,
      long missing,
      long extra,
      long different,
      List<String> differences) {
    public Table {
      requireNonNull(name, "name is null");
      differences = List.copyOf(differences);
    }

    /** The first difference in words; null where there is none. */
    public String first() {
      return differences.isEmpty() ? null : differences.get(0);
    }

    /** Whether it is as it must be. */
    public boolean isEqual() {
      return missing == 0 && extra == 0 && different == 0;
    }
  }

  /** How many tables are as they must be. */
  public long equalTables() {
    return tables.stream().filter(Table::isEqual).count();
  }

  /** Whether all are. */
  public boolean isEqual() {
    return tables.stream().allMatch(Table::isEqual);
  }

  /** Rows of the answer key. */
  public long rows() {
    return tables.stream().mapToLong(Table::expected).sum();
  }

  /** Whether the day was compared, and everything found equal. */
  public boolean covers(LocalDate day) {
    return isEqual() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
