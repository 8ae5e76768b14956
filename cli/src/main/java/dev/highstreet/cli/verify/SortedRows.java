package dev.highstreet.cli.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows as texts, in order, read as they are needed. */
final class SortedRows implements AutoCloseable {
  private final Statement statement;
  private final ResultSet rows;

  /** What a statement returns; both are closed with this. */
  SortedRows(Statement statement, ResultSet rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** The next row; null after the last. */
  String next() throws SQLException {
    return rows.next() ? rows.getString(1) : null;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      rows.close();
    }
  }
}
