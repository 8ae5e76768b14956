package dev.highstreet.testsupport;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.platform.EmbeddedPostgresServer.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL server, and in it a migrated, empty database for each test class. Register it as a
 * static field: {@code @RegisterExtension static final PostgresExtension POSTGRES = new
 * PostgresExtension();}
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private EmbeddedPostgresServer server;
  private String database;
  private String registeredOn;

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    if (registeredOn != null) {
      return; // a nested class shares the database of the class around it
    }
    registeredOn = context.getUniqueId();
    server =
        SharedServer.of(
            context,
            EmbeddedPostgresServer.class,
            directory -> EmbeddedPostgresServer.start(directory, 0, Durability.THROWAWAY),
            EmbeddedPostgresServer::close);
    database = "test_" + DATABASES.incrementAndGet();
    asAdministrator(
        "CREATE DATABASE %s TEMPLATE %s".formatted(database, EmbeddedPostgresServer.DATABASE));
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    if (!context.getUniqueId().equals(registeredOn)) {
      return;
    }
    registeredOn = null;
    asAdministrator("DROP DATABASE %s WITH (FORCE)".formatted(database));
  }

  /** Connections of a role (see {@code Roles}) to the database of this test class; not pooled. */
  public DataSource as(String role) {
    return server.as(role, database);
  }

  /**
   * The JDBC address of the database of this test class, without a user; no role has a password.
   */
  public String url() {
    return server.url(database);
  }

  /** Removes all rows from {@code core}, {@code mart}, {@code ops} and {@code staging}. */
  public void emptyTables() throws SQLException {
    try (Connection connection =
            server.as(EmbeddedPostgresServer.ADMINISTRATOR, database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$
          BEGIN
            EXECUTE (
              SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' RESTART IDENTITY'
              FROM pg_tables WHERE schemaname IN ('core', 'mart', 'ops', 'staging'));
          END $$
          """);
    }
  }

  /** Ends every connection to this class's database, as a failing network would. */
  public void cutConnections() throws SQLException {
    asAdministrator(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(database));
  }

  /** Stops the server, cutting all connections, and starts it again on the same port and data. */
  public void restart() {
    server.restart();
  }

  /**
   * Stops the server, cutting all connections, lets something happen, and starts it again on the
   * same port and data.
   */
  public void whileStopped(Meanwhile meanwhile) throws Exception {
    server.close();
    try {
      meanwhile.happens();
    } finally {
      server.restart();
    }
  }

  private void asAdministrator(String statement) throws SQLException {
    try (Connection connection =
            server.as(EmbeddedPostgresServer.ADMINISTRATOR, "postgres").getConnection();
        Statement execution = connection.createStatement()) {
      execution.execute(statement);
    }
  }
}
