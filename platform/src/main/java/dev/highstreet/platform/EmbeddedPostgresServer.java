package dev.highstreet.platform;

import static java.util.Objects.requireNonNull;

import dev.highstreet.sql.Migrations;
import dev.highstreet.sql.Roles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL 18 beside this process, with the database {@code highstreet}, its three roles and
 * the newest migrations. Its data directory stays when it stops. It listens on loopback and trusts
 * who connects from there, so there are no passwords.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
  /** The database of the contract. */
  public static final String DATABASE = "highstreet";

  /** The superuser of the embedded server. */
  public static final String ADMINISTRATOR = "postgres";

  private static final String MAJOR_VERSION = "18";
  private static final Duration STARTUP = Duration.ofSeconds(60);

  /** What a power failure may cost. */
  public enum Durability {
    /** Nothing that was committed: writes reach the disk before a commit returns. */
    KEPT,
    /** Everything: for tests, whose data nobody reads again. */
    THROWAWAY
  }

  private final Path dataDir;
  private final int port;
  private final Durability durability;
  private EmbeddedPostgres server;

  private EmbeddedPostgresServer(Path dataDir, int port, Durability durability) {
    this.dataDir = dataDir;
    this.port = port;
    this.durability = durability;
  }

  /**
   * Starts a server that keeps what is committed: checkpoints of Flink rely on it.
   *
   * @param dataDir made when absent; a Postgres that a killed process left on it is stopped first
   * @param port on loopback; 0 for any free one
   * @throws PlatformException if it does not start
   */
  public static EmbeddedPostgresServer start(Path dataDir, int port) {
    return start(dataDir, port, Durability.KEPT);
  }

  /** As {@link #start(Path, int)}, with a choice of durability. */
  public static EmbeddedPostgresServer start(Path dataDir, int port, Durability durability) {
    EmbeddedPostgresServer started =
        new EmbeddedPostgresServer(
            requireNonNull(dataDir, "dataDir is null").toAbsolutePath(),
            port == 0 ? new FreePorts().next(0) : port,
            requireNonNull(durability, "durability is null"));
    started.clearIfHalfMade();
    started.launch();
    try {
      started.refuseOtherServer();
      started.prepareDatabase();
      started.markMade();
    } catch (FlywayValidateException e) {
      started.close();
      throw new PlatformException(
          "The data in %s were made by another version of Highstreet: begin afresh, or name another directory"
              .formatted(dataDir),
          e);
    } catch (SQLException | IOException | RuntimeException e) {
      started.close();
      throw new PlatformException(
          "Postgres started, but its database was not set up: " + e.getMessage(), e);
    }
    return started;
  }

  /**
   * A cluster whose making was cut short never starts, and holds nothing yet. The mark is beside
   * it, since a cluster is made in an empty directory only; older ones never had one.
   */
  private void clearIfHalfMade() {
    try {
      if (Files.exists(beingMade())) {
        OrphanedPostmaster.reap(dataDir);
        EmptyDirectory.make(dataDir);
      } else if (EmptyDirectory.isAt(dataDir)) {
        Files.createDirectories(dataDir);
        Files.createFile(beingMade());
      }
    } catch (IOException e) {
      throw new PlatformException("Cannot prepare %s for Postgres".formatted(dataDir), e);
    }
  }

  private void markMade() throws IOException {
    Files.deleteIfExists(beingMade());
  }

  private Path beingMade() {
    return dataDir.resolveSibling(dataDir.getFileName() + ".being-made");
  }

  private void launch() {
    try {
      Files.createDirectories(dataDir);
      refuseOtherVersion();
      OrphanedPostmaster.reap(dataDir);
      server = settings().start();
    } catch (IOException | IllegalStateException e) {
      throw new PlatformException(
          "Postgres did not start on port %d with its data in %s: %s"
              .formatted(port, dataDir, e.getMessage()),
          e);
    }
  }

  /**
   * Stops the Postgres that a killed process left running on a data directory, if there is one; a
   * start does so by itself. For who wants the directory without starting a server on it.
   *
   * @throws PlatformException if a living process uses the directory
   */
  public static void reapOrphan(Path dataDir) {
    try {
      OrphanedPostmaster.reap(dataDir.toAbsolutePath());
    } catch (IOException e) {
      throw new PlatformException("Cannot read the Postgres data in " + dataDir, e);
    }
  }

  private EmbeddedPostgres.Builder settings() {
    String durable = durability == Durability.KEPT ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(dataDir)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(STARTUP)
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("wal_level", "minimal")
        .setServerConfig("max_wal_senders", "0")
        .setServerConfig("max_connections", "100")
        .setServerConfig("jit", "off")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "");
  }

  private void refuseOtherVersion() throws IOException {
    Path version = dataDir.resolve("PG_VERSION");
    if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
      throw new PlatformException(
          "%s was written by PostgreSQL %s, and this is %s: move it away, or name another data directory"
              .formatted(dataDir, Files.readString(version).strip(), MAJOR_VERSION));
    }
  }

  /** Somebody else's Postgres may have taken the port a moment before ours wanted it. */
  private void refuseOtherServer() throws SQLException {
    try (Connection connection = as(ADMINISTRATOR, "postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW data_directory")) {
      answer.next();
      if (!Path.of(answer.getString(1)).equals(dataDir)) {
        throw new PlatformException(
            "port %d is that of another Postgres, with its data in %s"
                .formatted(port, answer.getString(1)));
      }
    }
  }

  private void prepareDatabase() throws SQLException {
    try (Connection connection = as(ADMINISTRATOR, "postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet present =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      if (!present.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
    try (Connection administrator = as(ADMINISTRATOR).getConnection()) {
      Roles.ensure(administrator);
    }
    Migrations.apply(as(Roles.OWNER));
  }

  /** Connections of a role (see {@link Roles}) to the database {@code highstreet}; not pooled. */
  public DataSource as(String role) {
    return as(role, DATABASE);
  }

  /** Connections of a role to a database of this server; not pooled. */
  public DataSource as(String role, String database) {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(url(database));
    connections.setUser(requireNonNull(role, "role is null"));
    return connections;
  }

  /** The JDBC address of the database {@code highstreet}, without a user. */
  public String url() {
    return url(DATABASE);
  }

  /** The JDBC address of a database of this server, without a user. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Where it listens, on loopback. */
  public int port() {
    return port;
  }

  /** The postmaster's process; every backend is its child. Empty once it has stopped. */
  public Optional<ProcessHandle> process() {
    return processOn(dataDir);
  }

  /** The postmaster that runs on a data directory, whoever started it. */
  public static Optional<ProcessHandle> processOn(Path dataDir) {
    try {
      return OrphanedPostmaster.postmasterOf(dataDir.toAbsolutePath());
    } catch (IOException e) {
      throw new PlatformException("Cannot read postmaster.pid in " + dataDir, e);
    }
  }

  /** Stops it as a restart of a real server would (connections are cut), and starts it again. */
  public void restart() {
    close();
    launch();
  }

  /** Stops it within seconds; open connections are cut, committed rows stay. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new PlatformException("Postgres on %s did not stop cleanly".formatted(dataDir), e);
    }
  }
}
