package dev.highstreet.simulator.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Goes through lines that are sorted by the key of their event, as the events are. */
final class LineCursor {
  private static final int KEY = 1;
  private static final int FIRST = 2;

  private final ResultSet row;
  private final TableColumns columns;
  private final Schema schema;
  private boolean hasRow;

  /** At the first line; the key is the first column, and the line's fields follow. */
  LineCursor(ResultSet row, TableColumns columns, Schema schema) throws SQLException {
    this.row = row;
    this.columns = columns;
    this.schema = schema;
    this.hasRow = row != null && row.next();
  }

  /** Without any line. */
  static LineCursor none() throws SQLException {
    return new LineCursor(null, null, null);
  }

  /** The lines of the next event. */
  List<SpecificRecord> of(String key) throws SQLException {
    List<SpecificRecord> lines = new ArrayList<>();
    while (hasRow && row.getString(KEY).equals(key)) {
      SpecificRecord line = EventTable.blank(schema);
      int unused = columns.fill(line, row, FIRST);
      lines.add(line);
      hasRow = row.next();
    }
    return lines;
  }
}
