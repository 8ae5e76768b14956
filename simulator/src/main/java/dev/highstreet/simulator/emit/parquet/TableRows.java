package dev.highstreet.simulator.emit.parquet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The rows of one table in DuckDB, in numbered parts, each of which becomes a file. Handing rows to
 * DuckDB, and preparing it to write some, has its price even if they are few: so all parts are
 * handed over at once, and the writing is prepared once, to a file that is always the same.
 */
final class TableRows {
  private static final String PART = "_part";
  private static final String COMPRESSION = "snappy"; // zstd saves a fifth, and costs twice as much

  private final DuckDBConnection database;
  private final Table table;
  private final DuckDBAppender appender;
  private final PreparedStatement copy;
  private boolean flushed = true;

  /**
   * Makes an empty table.
   *
   * @param folder where its file is written
   */
  TableRows(DuckDBConnection database, Table table, Path folder) throws SQLException {
    this.database = database;
    this.table = table;
    String columns =
        table.columns().stream()
            .map(column -> ", \"%s\" %s".formatted(column.name(), column.type()))
            .collect(Collectors.joining());
    int unused =
        update("CREATE TABLE \"%s\" (%s INTEGER%s)".formatted(table.name(), PART, columns));
    this.appender = database.createAppender(table.name());
    this.copy =
        database.prepareStatement(
            """
            COPY (SELECT * EXCLUDE (%1$s) FROM "%2$s" WHERE %1$s = ?)
            TO %3$s (FORMAT parquet, COMPRESSION %4$s, USE_TMP_FILE false)\
            """
                .formatted(
                    PART, table.name(), quoted(folder.resolve(table.fileName())), COMPRESSION));
  }

  /** Begins a row; its values follow, in the order of the columns. */
  void begin(int part) throws SQLException {
    appender.beginRow();
    appender.append(part);
    flushed = false;
  }

  void append(ColumnType type, Object value) throws SQLException {
    type.append(appender, value);
  }

  void end() throws SQLException {
    appender.endRow();
  }

  /** Writes the rows of a part to the file; they stay here. */
  void write(int part) throws SQLException {
    if (!flushed) {
      appender.flush();
      flushed = true;
    }
    copy.setInt(1, part);
    copy.execute();
  }

  /** Adds the rows of a file to a part, and says how many there are; none without a file. */
  int read(int part, Path folder) throws SQLException {
    Path file = folder.resolve(table.fileName());
    return Files.exists(file)
        ? update(
            "INSERT INTO \"%s\" SELECT %d, * FROM read_parquet(%s, hive_partitioning = false)"
                .formatted(table.name(), part, quoted(file)))
        : 0;
  }

  private int update(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  static String quoted(Path path) {
    return "'%s'".formatted(path.toAbsolutePath().toString().replace("'", "''"));
  }

  void close() throws SQLException {
    copy.close();
    appender.close();
  }
}
