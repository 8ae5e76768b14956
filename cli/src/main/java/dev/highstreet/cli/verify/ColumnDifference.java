package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

/**
 * One column of a row on which the answer key and the table do not agree.
 *
 * @param column its name
 * @param expected the answer, as text; null where there should be no such row
 * @param found what the table holds, as text; null where it has no such row
 */
public record ColumnDifference(String column, String expected, String found) {
  /** Refuses what is incomplete. */
  public ColumnDifference {
    requireNonNull(column, "column is null");
  }
}
