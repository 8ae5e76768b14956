package dev.highstreet.simulator.batch;

import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a table of a folder is: one CSV or Parquet file, or one Parquet file in each folder of a
 * day, as the truth has it.
 *
 * @param shown the file's name, for messages
 * @param source what DuckDB reads it with
 * @param isText whether its values are text that has yet to be understood
 * @param columns the names of its columns
 */
record TableFile(String shown, String source, boolean isText, Set<String> columns) {
  private static final String DAYS = "day=*";

  /**
   * Finds the table in the folder; empty if there is none.
   *
   * @throws UnusableFileException if it is there twice, or cannot be read
   */
  static Optional<TableFile> find(Connection duckdb, Path folder, String table)
      throws UnusableFileException {
    List<String> found = new ArrayList<>();
    for (String ending : List.of(".parquet", ".csv", ".csv.gz")) {
      if (Files.isRegularFile(folder.resolve(table + ending))) {
        found.add(table + ending);
      }
    }
    if (hasDays(folder, table + ".parquet")) {
      found.add(DAYS + "/" + table + ".parquet");
    }
    if (found.size() > 1) {
      throw new UnusableFileException(
          "%s has %s: keep the one that is meant".formatted(folder, String.join(" and ", found)));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(describe(duckdb, folder, found.get(0)));
  }

  private static boolean hasDays(Path folder, String file) throws UnusableFileException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("day="))
          .anyMatch(day -> Files.isRegularFile(day.resolve(file)));
    } catch (IOException e) {
      throw new UnusableFileException("cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static TableFile describe(Connection duckdb, Path folder, String file)
      throws UnusableFileException {
    boolean isText = !file.endsWith(".parquet");
    String quoted = quoted(folder.resolve(file).toString());
    // nothing is guessed: a guess would depend on the first rows
    String source =
        isText
            ? "read_csv(%s, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '')"
                .formatted(quoted)
            : "read_parquet(%s, hive_partitioning = false, union_by_name = true)".formatted(quoted);
    try (Statement statement = duckdb.createStatement();
        ResultSet column = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      Set<String> columns = new LinkedHashSet<>();
      while (column.next()) {
        columns.add(column.getString("column_name"));
      }
      return new TableFile(file, source, isText, columns);
    } catch (SQLException e) {
      throw unreadable(folder.resolve(file), e);
    }
  }

  /** What DuckDB says of a file, in one line. */
  static UnusableFileException unreadable(Path file, SQLException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new UnusableFileException("cannot read %s: %s".formatted(file, first), e);
  }

  /** Text as a literal of SQL. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
