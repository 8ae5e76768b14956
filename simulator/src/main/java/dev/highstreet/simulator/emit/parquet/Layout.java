package dev.highstreet.simulator.emit.parquet;

import java.sql.SQLException;
import java.util.List;

/** How values of one Java type become rows of tables. */
interface Layout {
  /** The tables that its rows go to. */
  List<Table> tables();

  /**
   * Appends the rows of one value.
   *
   * @param part the part they belong to
   * @param tables where they go, in the order of {@link #tables}
   */
  void append(Object value, int part, TableRows[] tables) throws SQLException;
}
