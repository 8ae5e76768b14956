package dev.highstreet.simulator.emit.parquet;

import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * Gathers events and other records in tables, and writes these as Parquet files, a file a table.
 * What it gathers is in numbered parts, each of which can be written by itself. It is in memory;
 * what goes beyond a bound is spilled to a folder. The same rows give the same bytes. Belongs to
 * one thread.
 */
public final class ParquetTables implements AutoCloseable {
  private static final String MEMORY = "256MB";

  /** Where the values of one type go, and how many there are by part. */
  private record Target(Layout layout, TableRows[] tables, Map<Integer, Integer> values) {}

  private final DuckDBConnection database;
  private final Statement statement;
  private final Map<Class<?>, Target> targets = new LinkedHashMap<>();
  private long values;

  private ParquetTables(DuckDBConnection database) throws SQLException {
    this.database = database;
    this.statement = database.createStatement();
  }

  /**
   * Empty tables for the events of every topic, and for other records.
   *
   * @param folder where {@link #write} puts their files
   * @param spill where rows go that memory does not hold; made when needed
   * @param records public records, by the names of their tables
   * @throws IllegalArgumentException if there is no type of column for something in a record
   * @throws IOException if DuckDB does not start
   */
  public static ParquetTables open(
      Path folder, Path spill, Map<String, Class<? extends Record>> records) throws IOException {
    Map<Class<?>, Layout> layouts = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      topic.event().ifPresent(type -> layouts.put(type, EventLayout.of(topic)));
    }
    records.forEach((name, type) -> layouts.put(type, new RecordLayout(name, type)));
    try {
      ParquetTables tables =
          new ParquetTables(
              DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
      tables.configure(spill);
      for (Map.Entry<Class<?>, Layout> layout : layouts.entrySet()) {
        tables.create(layout.getKey(), layout.getValue(), folder);
      }
      tables.begin();
      return tables;
    } catch (SQLException e) {
      throw failure(e);
    } catch (LinkageError e) {
      throw new IOException(
          "DuckDB's library cannot be loaded from %s: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  /** One thread, so that rows stay in order; and nothing is fetched from anywhere. */
  private void configure(Path spill) throws SQLException {
    statement.execute("SET threads = 1");
    statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
    statement.execute("SET temp_directory = %s".formatted(TableRows.quoted(spill)));
    statement.execute("SET autoinstall_known_extensions = false");
    statement.execute("SET autoload_known_extensions = false");
  }

  private void create(Class<?> type, Layout layout, Path folder) throws SQLException {
    List<Table> tables = layout.tables();
    TableRows[] rows = new TableRows[tables.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new TableRows(database, tables.get(i), folder);
    }
    targets.put(type, new Target(layout, rows, new HashMap<>()));
  }

  /**
   * All rows stay in one transaction that is never committed: giving it up is the cheapest way to
   * forget them. Begun in so many words, since what an appender flushes does not begin one.
   */
  private void begin() throws SQLException {
    statement.execute("BEGIN TRANSACTION");
  }

  /**
   * Adds an event or another record to a part.
   *
   * @throws IllegalArgumentException if its type has no table
   */
  public void add(int part, Object value) throws IOException {
    Target target = targets.get(value.getClass());
    if (target == null) {
      throw new IllegalArgumentException("no table takes a " + value.getClass().getSimpleName());
    }
    try {
      target.layout.append(value, part, target.tables);
    } catch (SQLException e) {
      throw failure(e);
    }
    target.values.merge(part, 1, Integer::sum);
    values++;
  }

  /** How many events and other records there are, in all parts. */
  public long size() {
    return values;
  }

  /** Whether a part has none. */
  public boolean isEmpty(int part) {
    return targets.values().stream().noneMatch(target -> target.values.containsKey(part));
  }

  /**
   * Writes a part to the folder, which exists; its rows stay.
   *
   * @param emptyToo whether tables without rows get a file, too
   */
  public void write(int part, boolean emptyToo) throws IOException {
    try {
      for (Target target : targets.values()) {
        if (emptyToo || target.values.containsKey(part)) {
          for (TableRows table : target.tables) {
            table.write(part);
          }
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Adds what {@link #write} has written, wherever it is now, to a part. */
  public void read(int part, Path folder) throws IOException {
    try {
      for (Target target : targets.values()) {
        int read = 0;
        for (TableRows table : target.tables) {
          read += table.read(part, folder);
        }
        if (read > 0) {
          target.values.merge(part, read, Integer::sum);
          values += read;
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Forgets all rows. */
  public void clear() throws IOException {
    try {
      statement.execute("ROLLBACK");
      begin();
    } catch (SQLException e) {
      throw failure(e);
    }
    targets.values().forEach(target -> target.values.clear());
    values = 0;
  }

  /** DuckDB's messages begin with their kind, and may go on with advice on further lines. */
  private static IOException failure(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new IOException(message.replaceFirst("^IO Error: ", ""), e);
  }

  @Override
  public void close() throws IOException {
    try (database) {
      for (Target target : targets.values()) {
        for (TableRows table : target.tables) {
          table.close();
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
