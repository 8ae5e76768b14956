package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.DatabaseRows;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the jobs wrote into Postgres. */
final class WrittenTables {
  private final PostgresExtension postgres;

  WrittenTables(PostgresExtension postgres) {
    this.postgres = postgres;
  }

  /** Every row of every mart, without the run that wrote it and when. */
  Map<String, List<String>> marts() throws SQLException {
    return tables("mart.");
  }

  /** Every row of every core table, without the run that wrote it and when. */
  Map<String, List<String>> core() throws SQLException {
    return tables("core.");
  }

  /** Both. */
  Map<String, List<String>> martsAndCore() throws SQLException {
    return tables("mart.", "core.");
  }

  private Map<String, List<String>> tables(String... schemas) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>(DatabaseRows.all(postgres.as(Roles.READER)));
    tables.keySet().removeIf(table -> Stream.of(schemas).noneMatch(table::startsWith));
    return tables;
  }

  /** Records that the newest run has accounted for, by topic. */
  Map<String, Long> accountedFor() {
    return counts(
        "SELECT topic, sum(events) FROM ops.run_counts WHERE run_id = (SELECT max(run_id) FROM ops.runs) GROUP BY topic");
  }

  /** The newest run's events by outcome, ticks left out. */
  Map<String, Long> outcomes() {
    return counts(
        "SELECT outcome, sum(events + CASE outcome WHEN 'LINE_QUARANTINED' THEN lines ELSE 0 END) FROM ops.run_counts WHERE outcome <> 'TICK' AND run_id = (SELECT max(run_id) FROM ops.runs) GROUP BY outcome");
  }

  private Map<String, Long> counts(String query) {
    Map<String, Long> counted = new TreeMap<>();
    for (String row : rows(query)) {
      String[] cells = row.split("\\|", -1);
      counted.put(cells[0], Long.parseLong(cells[1]));
    }
    return counted;
  }

  /** The result of a query, a row a string, its cells joined by {@code |}. */
  List<String> rows(String query) {
    try (Connection connection = postgres.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          cells.add(result.getString(column));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /**
   * Table by table, so that a difference is one that can be read.
   *
   * @param run what wrote the tables, for a message
   */
  static void assertSame(
      Object run, Map<String, List<String>> tables, Map<String, List<String>> expected) {
    assertThat(tables).as("%s", run).containsOnlyKeys(expected.keySet());
    tables.forEach(
        (table, rows) -> {
          List<String> missing = new ArrayList<>(expected.get(table));
          missing.removeAll(new HashSet<>(rows));
          List<String> extra = new ArrayList<>(rows);
          extra.removeAll(new HashSet<>(expected.get(table)));
          assertThat(missing).as("%s: missing in %s", run, table).isEmpty();
          assertThat(extra).as("%s: extra in %s", run, table).isEmpty();
          assertThat(rows).as("%s: %s", run, table).hasSameSizeAs(expected.get(table));
        });
  }
}
