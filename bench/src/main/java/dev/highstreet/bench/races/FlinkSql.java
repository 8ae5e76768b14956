package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The same marts as a Flink SQL job: from the same topic, by upsert into the same Postgres, with
 * checkpoints as often. Its process is up before the clock starts; products and stores are in
 * tables of Postgres that it looks into.
 */
final class FlinkSql implements Racer {
  static final String SCHEMA = "race_flink_sql";

  private final Arena arena;
  private final FlinkSqlProcess process;
  private final String runtime;

  /** STREAMING or BATCH. */
  FlinkSql(Arena arena, FlinkSqlProcess process, String runtime) {
    this.arena = requireNonNull(arena, "arena is null");
    this.process = requireNonNull(process, "process is null");
    this.runtime = requireNonNull(runtime, "runtime is null");
  }

  @Override
  public String name() {
    return "Flink SQL, " + runtime.toLowerCase(Locale.ROOT);
  }

  @Override
  public String schema() {
    return SCHEMA;
  }

  @Override
  public void reset() throws Exception {
    arena.emptySchema(SCHEMA);
    try (Connection connection = arena.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + SCHEMA);
      lookedUp(connection, statement);
      for (SalesMart mart : SalesMart.all()) {
        statement.execute(mart.ddl(SCHEMA));
        statement.execute(mart.primaryKey(SCHEMA));
      }
    }
  }

  private void lookedUp(Connection connection, Statement statement)
      throws SQLException, IOException {
    statement.execute(
        "CREATE TABLE listed (product_id text, revision int, category text, unit_cost numeric)");
    statement.execute("CREATE TABLE stores (store_id text PRIMARY KEY, type text)");
    CopyIn.file(connection, "listed", arena.files().products());
    CopyIn.file(connection, "stores", arena.files().stores());
    statement.execute(
        """
        CREATE TABLE products AS
        SELECT product_id, revision, category, (unit_cost * 1000000)::bigint AS unit_cost FROM listed""");
    statement.execute("ALTER TABLE products ADD PRIMARY KEY (product_id, revision)");
  }

  @Override
  public void run() throws IOException {
    process.run(runtime);
  }
}
