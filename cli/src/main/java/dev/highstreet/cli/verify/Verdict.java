package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the database compares with the answer key.
 *
 * @param view which late events count
 * @param basis what the answers were taken from, in words
 * @param firstDay the first day compared
 * @param lastDay the last
 * @param tables those that were compared, in the order of the answer key; then the run's own books
 * @param notCompared those that were not, and why
 * @param notes what a reader should know beside
 */
public record Verdict(
    TruthView view,
    String basis,
    LocalDate firstDay,
    LocalDate lastDay,
    List<TableVerdict> tables,
    List<NotCompared> notCompared,
    List<String> notes) {
  /**
   * A table that was not compared.
   *
   * @param why in words
   */
  public record NotCompared(String table, String why) {
    /** Refuses what is incomplete. */
    public NotCompared {
      requireNonNull(table, "table is null");
      requireNonNull(why, "why is null");
    }
  }

  /** Refuses what is incomplete. */
  public Verdict {
    requireNonNull(view, "view is null");
    requireNonNull(basis, "basis is null");
    requireNonNull(firstDay, "firstDay is null");
    requireNonNull(lastDay, "lastDay is null");
    tables = List.copyOf(tables);
    notCompared = List.copyOf(notCompared);
    notes = List.copyOf(notes);
  }

  /** The same with one more note. */
  Verdict noting(String note) {
    return new Verdict(
        view,
        basis,
        firstDay,
        lastDay,
        tables,
        notCompared,
        Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /** Whether nothing that was compared differs. */
  public boolean holds() {
    return reconciled() == tables.size();
  }

  /** How many tables agree in every row. */
  public long reconciled() {
    return tables.stream().filter(TableVerdict::holds).count();
  }

  /** Rows that do not agree, in all tables. */
  public long differences() {
    return tables.stream().mapToLong(TableVerdict::differences).sum();
  }
}
