package dev.highstreet.simulator.emit.parquet;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** How values of one Java type become rows of tables. */
interface Layout {
  /** The tables that its rows go to. */
  List<Table> tables();

  /**
   * Appends the rows of one value.
   *
   * @param rows where they go, in the order of {@link #tables}
   */
  void append(Object value, DuckDBAppender[] rows) throws SQLException;
}
