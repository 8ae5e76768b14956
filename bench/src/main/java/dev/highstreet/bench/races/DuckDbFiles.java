package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * DuckDB over the files, in this process and in memory, with all cores; then the rows into
 * Postgres, where the dashboard reads them.
 */
final class DuckDbFiles implements Racer {
  private static final String SCHEMA = "race_duckdb";

  private final Arena arena;

  DuckDbFiles(Arena arena) {
    this.arena = requireNonNull(arena, "arena is null");
  }

  @Override
  public String name() {
    return "DuckDB, then COPY into Postgres";
  }

  @Override
  public String schema() {
    return SCHEMA;
  }

  @Override
  public void reset() throws SQLException {
    arena.emptySchema(SCHEMA);
  }

  @Override
  public void run() throws Exception {
    List<SalesMart> marts = SalesMart.all();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'Europe/London'");
      join(statement);
      for (SalesMart mart : marts) {
        statement.execute(export(mart));
      }
    }
    try (Connection postgres = arena.connect();
        Statement statement = postgres.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      statement.execute("SET maintenance_work_mem = '1GB'");
      for (SalesMart mart : marts) {
        statement.execute(mart.ddl(SCHEMA));
        CopyIn.file(postgres, SCHEMA + "." + mart.table(), file(mart));
        statement.execute(mart.primaryKey(SCHEMA));
        Files.delete(file(mart));
      }
    }
  }

  private void join(Statement statement) throws SQLException {
    WorkloadFiles files = arena.files();
    statement.execute(
        """
        CREATE TABLE sold AS
        SELECT o.order_id, o.customer_id, o.store_id, s.type AS channel, l.product_id, p.category,
               date_trunc('hour', o.occurred_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS hour,
               CAST(o.occurred_at AT TIME ZONE 'Europe/London' AS DATE) AS day,
               CAST(date_trunc('month', o.occurred_at AT TIME ZONE 'Europe/London') AS DATE) AS month,
               l.quantity, l.quantity * l.unit_price AS gross, l.discount,
               l.quantity * p.unit_cost AS cost
        FROM read_csv('%s', header = true, columns = {'order_id': 'VARCHAR', 'line_number': 'INT',
               'product_id': 'VARCHAR', 'product_revision': 'INT', 'quantity': 'INT',
               'unit_price': 'DECIMAL(18, 6)', 'discount': 'DECIMAL(18, 6)'}) l
        JOIN read_csv('%s', header = true, columns = {'order_id': 'VARCHAR',
               'occurred_at': 'TIMESTAMPTZ', 'customer_id': 'VARCHAR', 'store_id': 'VARCHAR'}) o
          USING (order_id)
        JOIN read_csv('%s', header = true, columns = {'product_id': 'VARCHAR', 'revision': 'INT',
               'category': 'VARCHAR', 'unit_cost': 'DECIMAL(18, 6)'}) p
          ON p.product_id = l.product_id AND p.revision = l.product_revision
        JOIN read_csv('%s', header = true, columns = {'store_id': 'VARCHAR', 'type': 'VARCHAR'}) s
          ON s.store_id = o.store_id"""
            .formatted(files.lines(), files.orders(), files.products(), files.stores()));
  }

  private String export(SalesMart mart) throws IOException {
    return """
        COPY (
          SELECT %s, count(DISTINCT order_id), count(DISTINCT customer_id), sum(quantity),
                 sum(gross), sum(discount), sum(gross - discount), sum(cost), 0, 0, 0
          FROM sold GROUP BY ALL
        ) TO '%s' (FORMAT csv, HEADER)"""
        .formatted(mart.key(), file(mart));
  }

  private Path file(SalesMart mart) {
    return arena.files().folder().resolve(mart.table() + ".csv");
  }
}
