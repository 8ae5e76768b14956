package dev.highstreet.simulator.emit.parquet;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Gathers events and other records in tables, and writes these as Parquet files, a file a table.
 * The tables are in memory; what goes beyond a bound is spilled to a folder. The same rows give the
 * same bytes. Belongs to one thread.
 */
public final class ParquetTables implements AutoCloseable {
  private static final String MEMORY = "256MB";
  private static final String COMPRESSION = "snappy";

  /** Where the values of one type go, and how many there are. */
  private static final class Target {
    private final Layout layout;
    private final DuckDBAppender[] appenders;
    private final List<PreparedStatement> copies = new ArrayList<>();
    private long values;

    private Target(Layout layout) {
      this.layout = layout;
      this.appenders = new DuckDBAppender[layout.tables().size()];
    }
  }

  private final Connection connection;
  private final Statement statement;
  private final Map<Class<?>, Target> targets = new LinkedHashMap<>();

  private ParquetTables(Connection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /**
   * Empty tables for the events of every topic, and for other records.
   *
   * @param folder where {@link #write} puts their files: always the same, because DuckDB takes
   *     longer to prepare the writing of a small file than to write it
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
      DuckDBConnection connection =
          DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      ParquetTables tables = new ParquetTables(connection, connection.createStatement());
      tables.configure(spill);
      for (Map.Entry<Class<?>, Layout> layout : layouts.entrySet()) {
        tables.create(connection, folder, layout.getKey(), layout.getValue());
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
    statement.execute("SET temp_directory = %s".formatted(quoted(spill)));
    statement.execute("SET autoinstall_known_extensions = false");
    statement.execute("SET autoload_known_extensions = false");
  }

  /**
   * All rows stay in one transaction that is never committed: giving it up is the cheapest way to
   * forget them. Begun in so many words, since what an appender flushes does not begin one.
   */
  private void begin() throws SQLException {
    statement.execute("BEGIN TRANSACTION");
  }

  private void create(DuckDBConnection database, Path folder, Class<?> type, Layout layout)
      throws SQLException {
    Target target = new Target(layout);
    for (Table table : layout.tables()) {
      statement.execute(table.ddl());
      target.appenders[target.copies.size()] = database.createAppender(table.name());
      target.copies.add(database.prepareStatement(copy(table, folder)));
    }
    targets.put(type, target);
  }

  private static String copy(Table table, Path folder) {
    return "COPY \"%s\" TO %s (FORMAT parquet, COMPRESSION %s, USE_TMP_FILE false)"
        .formatted(table.name(), quoted(folder.resolve(table.fileName())), COMPRESSION);
  }

  /** Whether values of a type have a table. */
  public boolean take(Class<?> type) {
    return targets.containsKey(type);
  }

  /**
   * Adds an event or another record.
   *
   * @throws IllegalArgumentException if its type has no table
   */
  public void add(Object value) throws IOException {
    Target target = targets.get(requireNonNull(value, "value is null").getClass());
    if (target == null) {
      throw new IllegalArgumentException("no table takes a " + value.getClass().getSimpleName());
    }
    try {
      target.layout.append(value, target.appenders);
      target.values++;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Whether there is no row at all. */
  public boolean isEmpty() {
    return targets.values().stream().allMatch(target -> target.values == 0);
  }

  /**
   * Writes each table to its file in the folder, which exists; the tables keep their rows.
   *
   * @param emptyToo whether tables without rows get a file, too
   */
  public void write(boolean emptyToo) throws IOException {
    try {
      for (Target target : targets.values()) {
        if (target.values > 0 || emptyToo) {
          for (int i = 0; i < target.appenders.length; i++) {
            target.appenders[i].flush();
            target.copies.get(i).execute();
          }
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Adds the rows of files that {@link #write} wrote. */
  public void read(Path folder) throws IOException {
    try {
      for (Target target : targets.values()) {
        for (Table table : target.layout.tables()) {
          Path file = folder.resolve(table.fileName());
          if (Files.exists(file)) {
            target.values +=
                statement.executeUpdate(
                    "INSERT INTO \"%s\" SELECT * FROM read_parquet(%s, hive_partitioning = false)"
                        .formatted(table.name(), quoted(file)));
          }
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
      targets.values().forEach(target -> target.values = 0);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** DuckDB's messages have a kind before them, and sometimes advice on further lines. */
  private static IOException failure(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new IOException(message, e);
  }

  private static String quoted(Path path) {
    return "'%s'".formatted(path.toAbsolutePath().toString().replace("'", "''"));
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      for (Target target : targets.values()) {
        for (DuckDBAppender appender : target.appenders) {
          appender.close();
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
