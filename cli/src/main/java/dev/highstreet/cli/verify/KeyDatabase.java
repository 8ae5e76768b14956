package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.local.FileTree;
import dev.highstreet.cli.verify.RowFormat.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The other engine: DuckDB, on which the answer key's queries run. Its tables are in a file, its
 * memory is bounded, and what goes beyond that is spilled beside the file; all of it is deleted in
 * the end.
 */
abstract class KeyDatabase implements AutoCloseable {
  private static final String MEMORY = "512MB";
  private static final int MOST_THREADS = 4; // each takes memory of its own

  private final Path folder;
  private final DuckDBConnection database;

  /**
   * An empty database.
   *
   * @param work where its files are put, in a folder of their own
   * @throws CommandException if they cannot be
   */
  KeyDatabase(Path work) throws SQLException {
    try {
      folder = Files.createTempDirectory(Files.createDirectories(work), "");
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot write to %s, where rows are put that memory does not hold: %s"
              .formatted(work, FileProblem.describe(e)),
          e);
    }
    Properties settings = new Properties();
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty(
        "threads",
        Integer.toString(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    settings.setProperty("preserve_insertion_order", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    database =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("key.duckdb"), settings)
            .unwrap(DuckDBConnection.class);
    execute("SET TimeZone = 'UTC'"); // in which instants are written
  }

  /** Of which days it can tell. */
  abstract Days days();

  /**
   * Takes a run only whose rows its answers can be compared with.
   *
   * @throws CommandException if the run reckons by other rules
   */
  abstract void refuseOther(RunRules rules);

  /** Whether all that it knows of was read, by how many events of each topic a job has counted. */
  abstract boolean isAllOf(Map<String, Long> counted) throws SQLException;

  /** Prepares the answers for some days, once. */
  abstract void prepare(Scope scope, TruthView view, Snapshot snapshot) throws SQLException;

  /** Why it has no answer for a table; empty if it has one. */
  abstract Optional<String> reasonAgainst(String table);

  /** What answers are taken from, in words. */
  abstract String basis(TruthView view);

  /** What may explain differences that are none of the job's doing. */
  abstract List<String> mayExplain(Snapshot snapshot, Scope scope, TruthView view)
      throws SQLException;

  /** How the rows of a query are written. */
  final RowFormat format(String query, int keyColumns) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet column = statement.executeQuery("DESCRIBE " + query)) {
      while (column.next()) {
        String type = column.getString("column_type");
        columns.add(new Column(column.getString("column_name"), ColumnKind.of(type)));
      }
    }
    return new RowFormat(columns, keyColumns);
  }

  /** The rows of a query in order; no other may be open. */
  final SortedRows rows(String query, RowFormat format) throws SQLException {
    Statement statement = database.createStatement();
    try {
      return new SortedRows(statement, statement.executeQuery(format.inDuckDb(query)));
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  final DuckDBConnection database() {
    return database;
  }

  final void execute(String script) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(script);
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public final void close() throws SQLException {
    try {
      database.close();
    } finally {
      try {
        FileTree.delete(folder);
      } catch (IOException e) {
        folder.toFile().deleteOnExit(); // what is left is of no use to anyone, and of no harm
      }
    }
  }
}
