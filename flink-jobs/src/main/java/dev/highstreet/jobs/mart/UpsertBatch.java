package dev.highstreet.jobs.mart;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The rows of all tables that wait to be written together. */
final class UpsertBatch implements Routing.Rows {
  private final long runId;
  private final boolean staged;
  // sorted, so that writers that share tables lock them in the same order
  private final Map<String, TableRows<?>> tables = new TreeMap<>();
  private int rows;
  private int refused;
  private long bytes;

  UpsertBatch(long runId) {
    this(runId, false);
  }

  private UpsertBatch(long runId, boolean staged) {
    this.runId = runId;
    this.staged = staged;
  }

  /** Rows that go where those of their tables are staged. */
  static UpsertBatch staged(long runId) {
    return new UpsertBatch(runId, true);
  }

  @Override
  // what is kept under a table's name was made for its rows
  @SuppressWarnings("unchecked")
  public <R> void add(MartTable<R> table, R row) {
    TableRows<R> waiting =
        (TableRows<R>)
            tables.computeIfAbsent(
                table.name(), name -> new TableRows<>(staged ? table.staged() : table));
    if (waiting.add(row)) {
      rows++;
    }
    bytes += waiting.bytes(row);
  }

  /** Rows that wait. */
  int rows() {
    return rows;
  }

  /** The size of the {@code bytea} values that were added, those of replaced rows included. */
  long bytes() {
    return bytes;
  }

  /** The run that writes. */
  long runId() {
    return runId;
  }

  /** Rows refused when last written: a later run had written theirs, or a backfill sealed them. */
  int refused() {
    return refused;
  }

  /** Upserts all rows, and keeps them in case that the transaction has to be repeated. */
  void write(Connection connection) throws SQLException {
    refused = 0;
    for (TableRows<?> waiting : tables.values()) {
      if (!waiting.isEmpty()) {
        refused += waiting.write(connection, runId);
      }
    }
  }

  /** Forgets the rows. */
  void clear() {
    tables.values().forEach(TableRows::clear);
    rows = 0;
    bytes = 0;
  }
}
