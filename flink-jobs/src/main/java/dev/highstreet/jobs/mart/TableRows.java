package dev.highstreet.jobs.mart;

import dev.highstreet.jobs.mart.MartTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one table that wait to be written: the newest of each key. */
final class TableRows<R> {
  private final MartTable<R> table;
  private final String statement;
  private final List<ColumnValue<R>> sent;
  private final List<Column<R>> byteColumns;
  private final Map<RowKey, R> newest = new HashMap<>();

  TableRows(MartTable<R> table) {
    this.table = table;
    this.statement = UpsertStatement.of(table);
    this.sent = UpsertStatement.sent(table).toList();
    this.byteColumns =
        table.columns().filter(column -> column.value().type() == SqlType.BYTEA).toList();
  }

  /** Keeps the row in place of an earlier one of its key; says whether there was none. */
  boolean add(R row) {
    return newest.put(RowKey.of(table, row), row) == null;
  }

  /** The size of the row's {@code bytea} values; only they can be big. */
  long bytes(R row) {
    long bytes = 0;
    for (Column<R> column : byteColumns) {
      if (column.value().element(row) instanceof byte[] value) {
        bytes += value.length;
      }
    }
    return bytes;
  }

  boolean isEmpty() {
    return newest.isEmpty();
  }

  void clear() {
    newest.clear();
  }

  /**
   * Upserts the rows in the order of their keys, as the given run, and keeps them.
   *
   * @return how many were refused, because a later run has written theirs, or their period is
   *     sealed
   */
  int write(Connection connection, long runId) throws SQLException {
    List<Map.Entry<RowKey, R>> sorted = new ArrayList<>(newest.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    try (PreparedStatement upsert = connection.prepareStatement(statement)) {
      upsert.setLong(1, runId);
      for (int i = 0; i < sent.size(); i++) {
        ColumnValue<R> value = sent.get(i);
        Object[] elements = value.type().newArray(sorted.size());
        for (int row = 0; row < elements.length; row++) {
          elements[row] = value.element(sorted.get(row).getValue());
        }
        upsert.setArray(i + 2, connection.createArrayOf(value.type().elementType(), elements));
      }
      return sorted.size() - upsert.executeUpdate();
    } catch (SQLException e) {
      throw new SQLException(
          "%s (rows: %d, first key: %s): %s"
              .formatted(
                  table.name(),
                  sorted.size(),
                  sorted.get(0).getKey().describe(table),
                  e.getMessage()),
          e.getSQLState(),
          e);
    }
  }
}
