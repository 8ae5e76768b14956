package dev.highstreet.cli.verify;

import dev.highstreet.sql.AnswerKey;
import dev.highstreet.sql.AnswerKeyTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The rows that a job leaves behind: what the answer key says, or what it would say with a bug in
 * it. So a bug is planted as what it writes, everywhere at once.
 */
final class LeftRows {
  private static final List<String> TRUTH =
      List.of(
          "orders",
          "order_lines",
          "returns",
          "return_lines",
          "products",
          "stores",
          "customers",
          "faults");
  private static final List<String> GENERATED =
      List.of("average_order_value", "revenue", "gross_margin");

  private LeftRows() {}

  /** Of a job without a bug, stopped after everything was read. */
  static void write(Path truth, TruthView view, DataSource writer) throws Exception {
    write(truth, view, writer, script -> script);
  }

  /**
   * Of a job with one.
   *
   * @param bug what is wrong in the script on which all queries stand
   */
  static void write(Path truth, TruthView view, DataSource writer, UnaryOperator<String> bug)
      throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement key = duckdb.createStatement();
        Connection postgres = writer.getConnection();
        Statement tables = postgres.createStatement()) {
      key.execute("SET TimeZone = 'UTC'");
      for (String table : TRUTH) {
        key.execute(
            "CREATE VIEW %s AS FROM read_parquet('%s/day=*/%s.parquet')"
                .formatted(table, truth, table));
      }
      key.execute("CREATE TABLE covered (event_id UUID)");
      key.execute("SET VARIABLE zone = 'Europe/London'");
      key.execute("SET VARIABLE truth_view = '%s'".formatted(view));
      key.execute(bug.apply(AnswerKey.base()));
      run(tables, "STOPPED");
      for (AnswerKeyTable table : AnswerKey.TABLES) {
        copy(key, postgres, table.name());
      }
      books(key, tables);
    }
  }

  private static void run(Statement tables, String outcome) throws SQLException {
    tables.execute(
        "INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, outcome) VALUES ('sales', 'LIVE', 'STREAMING', 'Europe/London', '48 hours', '5 minutes', '%s')"
            .formatted(outcome));
  }

  private static void copy(Statement key, Connection postgres, String table)
      throws SQLException, IOException {
    List<String> columns = new ArrayList<>();
    try (ResultSet column = key.executeQuery("DESCRIBE " + AnswerKey.query(table))) {
      while (column.next()) {
        columns.add(column.getString("column_name"));
      }
    }
    columns.removeAll(GENERATED);
    String values =
        String.join(", ", columns)
            .replace("received_at", "coalesce(received_at, occurred_at) AS received_at");
    boolean placed = columns.contains("received_at");
    Path file = Files.createTempFile("rows", ".csv");
    key.execute(
        "COPY (SELECT %s, 1, '2025-01-01'%s FROM (%s)) TO '%s' (FORMAT csv, HEADER false, NULLSTR '\\N')"
            .formatted(values, placed ? ", 'topic', 0, 0" : "", AnswerKey.query(table), file));
    String into =
        "%s (%s, run_id, updated_at%s)"
            .formatted(
                table,
                String.join(", ", columns),
                placed ? ", kafka_topic, kafka_partition, kafka_offset" : "");
    try (InputStream rows = Files.newInputStream(file)) {
      long unused =
          postgres
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY %s FROM STDIN (FORMAT csv, NULL '\\N')".formatted(into), rows);
    }
    Files.delete(file);
  }

  private static void books(Statement key, Statement tables) throws SQLException {
    try (ResultSet row = key.executeQuery(AnswerKey.query("ops.run_counts"))) {
      while (row.next()) {
        tables.execute(
            "INSERT INTO ops.run_counts VALUES (1, '%s', '%s', '', %d, 0, now())"
                .formatted(
                    row.getString(1), row.getString(2).replace(" or BEHIND", ""), row.getLong(3)));
      }
    }
    long offset = 0;
    try (ResultSet row =
        key.executeQuery(
            "SELECT topic, hex(key), line, reason FROM (%s), range(letters::BIGINT)"
                .formatted(AnswerKey.query("ops.dead_letters")))) {
      while (row.next()) {
        tables.execute(
            """
            INSERT INTO ops.dead_letters (topic, partition, "offset", line, stage, reason, detail, record_time, key, run_id, updated_at)
            VALUES ('%s', 0, %d, %d, 'CLEAN', '%s', '', now(), decode('%s', 'hex'), 1, now())"""
                .formatted(
                    row.getString(1), offset++, row.getInt(3), row.getString(4), row.getString(2)));
      }
    }
    try (ResultSet row =
        key.executeQuery(
            "SELECT topic, event_id FROM (%s), range(events::BIGINT)"
                .formatted(AnswerKey.query("ops.late_events")))) {
      while (row.next()) {
        tables.execute(
            """
            INSERT INTO ops.late_events (topic, partition, "offset", kind, event_id, occurred_at, received_at, day, bytes, run_id, updated_at)
            VALUES ('%s', 0, %d, 'LATE', '%s', '2025-03-29', '2025-04-05', '2025-03-29', '', 1, now())"""
                .formatted(row.getString(1), offset++, row.getString(2)));
      }
    }
  }
}
