package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.local.FileTree;
import dev.highstreet.cli.verify.RowFormat.Column;
import dev.highstreet.schemas.Topic;
import dev.highstreet.sql.AnswerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The other engine: DuckDB over the truth's Parquet, on which the answer key's queries run. Its
 * tables are in a file, its memory is bounded, and what goes beyond that is spilled beside the
 * file; all of it is deleted in the end.
 */
final class TruthDatabase implements AutoCloseable {
  private static final String MEMORY = "512MB";
  private static final int MOST_THREADS = 4; // each takes memory of its own

  /** What happened on days, and what others refer to whenever it was said. */
  private static final List<String> EVENTS =
      List.of("orders", "order_lines", "returns", "return_lines", "faults");

  private static final List<String> FACTS = List.of("products", "stores", "customers");

  private final Truth truth;
  private final Path folder;
  private final DuckDBConnection database;

  private TruthDatabase(Truth truth, Path folder, DuckDBConnection database) {
    this.truth = truth;
    this.folder = folder;
    this.database = database;
  }

  /**
   * Opens an empty database.
   *
   * @param work where its files are put, in a folder of their own
   * @throws CommandException if they cannot be
   */
  static TruthDatabase open(Truth truth, Path work) throws SQLException {
    Path folder;
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
    TruthDatabase opened =
        new TruthDatabase(
            truth,
            folder,
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("key.duckdb"), settings)
                .unwrap(DuckDBConnection.class));
    opened.execute("SET TimeZone = 'UTC'"); // in which instants are written
    return opened;
  }

  /** How many events the truth tells of that a sales job reads, copies among them. */
  long events() throws SQLException {
    String topics =
        Topic.SALES.stream()
            .map(topic -> quoted(topic.topicName()))
            .collect(Collectors.joining(", "));
    List<String> counts = new ArrayList<>();
    for (String table : List.of("orders", "returns", "products", "stores", "customers")) {
      counts.add("SELECT count(*) AS events FROM " + parquet(table, all()));
    }
    counts.add(
        "SELECT count(*) FROM %s WHERE copy_outcome IS NOT NULL AND topic IN (%s)"
            .formatted(parquet("faults", all()), topics));
    try (Statement statement = database.createStatement();
        ResultSet sum =
            statement.executeQuery(
                "SELECT sum(events) FROM (%s)".formatted(String.join(" UNION ALL ", counts)))) {
      sum.next();
      return sum.getLong(1);
    }
  }

  /** Prepares the answers for some days; {@link #cover} comes before it. */
  void prepare(Scope scope, TruthView view) throws SQLException {
    for (String table : EVENTS) {
      execute("CREATE VIEW %s AS FROM %s".formatted(table, parquet(table, scope)));
    }
    for (String table : FACTS) {
      execute("CREATE VIEW %s AS FROM %s".formatted(table, parquet(table, all())));
    }
    execute("SET VARIABLE zone = " + quoted(truth.zone().getId()));
    execute("SET VARIABLE truth_view = " + quoted(view.name()));
    execute(AnswerKey.base());
  }

  /** Takes in which late events a backfill has covered. */
  void cover(Iterable<UUID> events) throws SQLException {
    execute("CREATE TABLE covered (event_id UUID)");
    try (DuckDBAppender rows = database.createAppender("covered")) {
      for (UUID event : events) {
        rows.beginRow();
        rows.append(event);
        rows.endRow();
      }
    }
  }

  private Scope all() {
    return new Scope(truth.firstDay(), truth.lastDay(), true, "", truth.firstDay());
  }

  /** The first day has a file of every table; so some other table may, on some days, have none. */
  private String parquet(String table, Scope days) {
    List<Path> files = truth.files(table, days.first(), days.last());
    if (files.isEmpty()) {
      LocalDate first = truth.firstDay();
      return "(FROM read_parquet(%s) LIMIT 0)".formatted(listed(truth.files(table, first, first)));
    }
    return "read_parquet(%s)".formatted(listed(files));
  }

  private static String listed(List<Path> files) {
    return files.stream()
        .map(file -> quoted(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** How the rows of a query are written. */
  RowFormat format(String query, int keyColumns) throws SQLException {
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
  SortedRows rows(String query, RowFormat format) throws SQLException {
    Statement statement = database.createStatement();
    try {
      return new SortedRows(statement, statement.executeQuery(format.inDuckDb(query)));
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private void execute(String script) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(script);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
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
