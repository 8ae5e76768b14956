package dev.highstreet.drills.rig;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.sql.Roles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * A Postgres that keeps what was committed, with an empty database for each drill. Jobs reach it
 * through a proxy, whoever looks at what they wrote does not.
 */
public final class DrillPostgres implements AutoCloseable {
  private final EmbeddedPostgresServer server;
  private final TcpProxy proxy;
  private int databases;

  private DrillPostgres(EmbeddedPostgresServer server, TcpProxy proxy) {
    this.server = server;
    this.proxy = proxy;
  }

  static DrillPostgres start(Path directory) throws IOException {
    EmbeddedPostgresServer server = EmbeddedPostgresServer.start(directory, 0);
    return new DrillPostgres(server, TcpProxy.to(server.port()));
  }

  /** Makes a database with empty tables, which is that of the drill from now on. */
  void beginAfresh() throws SQLException {
    if (databases > 0) {
      asAdministrator("DROP DATABASE %s WITH (FORCE)".formatted(database()));
    }
    databases++;
    asAdministrator(
        "CREATE DATABASE %s TEMPLATE %s".formatted(database(), EmbeddedPostgresServer.DATABASE));
  }

  private String database() {
    return "drill_" + databases;
  }

  /** The address that jobs are given: the proxy. */
  String jobsUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(proxy.port(), database());
  }

  /** The server's own address, as a user's tools have it. */
  public String url() {
    return server.url(database());
  }

  /** Connections of a role, straight to the server. */
  public DataSource as(String role) {
    return server.as(role, database());
  }

  /** A connection of the superuser, straight to the server. */
  Connection asAdministrator() throws SQLException {
    return as(EmbeddedPostgresServer.ADMINISTRATOR).getConnection();
  }

  /** What a reader sees, straight from the server. */
  public DataSource reader() {
    return as(Roles.READER);
  }

  /** Up to when the newest run says that periods are final. */
  public Instant watermark() throws SQLException {
    String query = "SELECT watermark FROM ops.runs ORDER BY run_id DESC LIMIT 1";
    try (Connection connection = reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  /** Says where the newest run began, as the command that submits a job does. */
  void beginRunAt(String offsets) throws SQLException {
    try (Connection connection = as(Roles.WRITER).getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE ops.runs SET start_offsets = ?::jsonb WHERE run_id = (SELECT max(run_id)"
                    + " FROM ops.runs)")) {
      statement.setString(1, offsets);
      statement.executeUpdate();
    }
  }

  /** Says that the newest run was stopped, as the command that stops a job does. */
  void endRun() throws SQLException {
    try (Connection connection = as(Roles.WRITER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          UPDATE ops.runs SET outcome = 'STOPPED', ended_at = now()
          WHERE run_id = (SELECT max(run_id) FROM ops.runs)\
          """);
    }
  }

  /** The network between it and the jobs. */
  public TcpProxy network() {
    return proxy;
  }

  /** Ends every connection of the jobs at the server, as an administrator does. */
  public void endConnections() throws SQLException {
    asAdministrator(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '%s' AND application_name = 'highstreet-jobs'\
        """
            .formatted(database()));
  }

  /** Kills the postmaster, as {@code kill -9} does; returns when all of its processes are gone. */
  public void kill() {
    ProcessHandle postmaster = server.process().orElseThrow();
    List<ProcessHandle> backends = postmaster.children().toList();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    backends.forEach(backend -> backend.onExit().join()); // each notices by itself
  }

  /** Starts it again on its old port and data. */
  public void startAgain() {
    server.restart();
  }

  private void asAdministrator(String statement) throws SQLException {
    try (Connection connection =
            server.as(EmbeddedPostgresServer.ADMINISTRATOR, "postgres").getConnection();
        Statement execution = connection.createStatement()) {
      execution.execute(statement);
    }
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    server.close();
  }
}
