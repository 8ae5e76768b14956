package dev.highstreet.bench.races;

import dev.highstreet.platform.EmbeddedFlink;
import dev.highstreet.platform.EmbeddedKafka;
import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.sql.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The servers that all racers share, in this process, Postgres beside it; and the workload, in
 * Kafka for those who stream, in files for those who load.
 */
final class Arena implements AutoCloseable {
  private static final int SLOTS = 4;

  private final EmbeddedPostgresServer postgres;
  private final EmbeddedKafka kafka;
  private final EmbeddedFlink flink;
  private final WorkloadFiles files;

  private Arena(
      EmbeddedPostgresServer postgres,
      EmbeddedKafka kafka,
      EmbeddedFlink flink,
      WorkloadFiles files) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.flink = flink;
    this.files = files;
  }

  /** Starts the servers on an empty folder, and brings the workload in. */
  static Arena open(Path folder, Workload workload) throws IOException {
    WorkloadFiles files = new WorkloadFiles(Files.createDirectories(folder.resolve("files")));
    files.write(workload);
    Arena arena =
        new Arena(
            EmbeddedPostgresServer.start(folder.resolve("postgres"), 0),
            EmbeddedKafka.start(folder.resolve("kafka"), 0),
            EmbeddedFlink.start(folder.resolve("flink"), 0, SLOTS),
            files);
    arena.publish(workload);
    return arena;
  }

  private void publish(Workload workload) {
    Topics.create(kafka());
    try (KafkaEventSink sink = KafkaEventSink.connect(kafka())) {
      workload.eachStore(store -> sink.emit(Topic.STORES, store.getStoreId(), store));
      workload.eachProduct(product -> sink.emit(Topic.PRODUCTS, product.getProductId(), product));
      workload.eachOrder(order -> sink.emit(Topic.ORDERS, order.getOrderId(), order));
      sink.tick(Workload.end());
    }
  }

  /** Kafka's bootstrap servers. */
  String kafka() {
    return kafka.bootstrapServers();
  }

  /** The Flink cluster. */
  EmbeddedFlink flink() {
    return flink;
  }

  /** Postgres' JDBC address. */
  String database() {
    return postgres.url();
  }

  /** The workload, in files. */
  WorkloadFiles files() {
    return files;
  }

  /** A connection of the database's owner. */
  Connection connect() throws SQLException {
    return postgres.as(Roles.OWNER).getConnection();
  }

  /** Makes a schema for a racer's rows, without those of the last time. */
  void emptySchema(String schema) throws SQLException {
    execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
  }

  /** Executes statements, each on its own. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Stops everything. */
  @Override
  public void close() {
    flink.close();
    kafka.close();
    postgres.close();
  }
}
