package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * SQL over Postgres, as a dbt project would run it: COPY the files into tables, join them once,
 * then a statement a mart. Sessions get the memory that such work wants, and both cores.
 */
final class PostgresSql implements Racer {
  private static final String SCHEMA = "race_postgres";

  private final Arena arena;

  PostgresSql(Arena arena) {
    this.arena = requireNonNull(arena, "arena is null");
  }

  @Override
  public String name() {
    return "Postgres SQL";
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
    try (Connection connection = arena.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + SCHEMA);
      statement.execute("SET TimeZone = 'Europe/London'");
      statement.execute("SET work_mem = '1GB'");
      statement.execute("SET maintenance_work_mem = '1GB'");
      statement.execute("SET max_parallel_workers_per_gather = 2");
      statement.execute("SET synchronous_commit = off");
      load(connection, statement);
      join(statement);
      for (SalesMart mart : SalesMart.all()) {
        statement.execute(transform(mart));
        statement.execute(mart.primaryKey(SCHEMA));
      }
    }
  }

  private void load(Connection connection, Statement statement) throws Exception {
    statement.execute(
        "CREATE TABLE products (product_id text, revision int, category text, unit_cost numeric)");
    statement.execute("CREATE TABLE stores (store_id text, type text)");
    statement.execute(
        "CREATE TABLE orders (order_id text, occurred_at timestamptz, customer_id text, store_id text)");
    statement.execute(
        """
        CREATE TABLE order_lines (order_id text, line_number int, product_id text,
          product_revision int, quantity int, unit_price numeric, discount numeric)""");
    CopyIn.file(connection, "products", arena.files().products());
    CopyIn.file(connection, "stores", arena.files().stores());
    CopyIn.file(connection, "orders", arena.files().orders());
    CopyIn.file(connection, "order_lines", arena.files().lines());
    statement.execute("ANALYZE products, stores, orders, order_lines");
  }

  private static void join(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE sold AS
        SELECT o.order_id, o.customer_id, o.store_id, s.type AS channel, l.product_id, p.category,
               date_trunc('hour', o.occurred_at) AS hour,
               o.occurred_at::date AS day,
               date_trunc('month', o.occurred_at)::date AS month,
               l.quantity, l.quantity * l.unit_price AS gross, l.discount,
               l.quantity * p.unit_cost AS cost
        FROM order_lines l
        JOIN orders o USING (order_id)
        JOIN products p ON p.product_id = l.product_id AND p.revision = l.product_revision
        JOIN stores s ON s.store_id = o.store_id""");
    statement.execute("ANALYZE sold");
  }

  private static String transform(SalesMart mart) {
    return """
        CREATE TABLE %s AS
        SELECT %s, count(DISTINCT order_id) AS orders, count(DISTINCT customer_id) AS customers,
               sum(quantity) AS units, sum(gross) AS gross_sales, sum(discount) AS discounts,
               sum(gross - discount) AS net_sales, sum(cost) AS cost_of_goods,
               0::bigint AS returned_units, 0::numeric AS refunds, 0::numeric AS returned_cost
        FROM sold GROUP BY %s"""
        .formatted(mart.table(), mart.key(), mart.key());
  }
}
