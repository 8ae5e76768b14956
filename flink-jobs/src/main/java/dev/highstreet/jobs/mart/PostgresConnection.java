package dev.highstreet.jobs.mart;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Opens connections. */
final class PostgresConnection {
  private static final String APPLICATION = "highstreet-jobs";
  private static final String CONNECT_SECONDS = "5";
  // a server that is gone without a word must not hold a task for ever
  static final Duration SILENCE = Duration.ofSeconds(30);
  // nor may a task that is gone without a word hold its rows: whatever lies between may forget a
  // connection, and for hours Postgres would not know, while the next attempt waits for the locks
  private static final String LET_GO =
      "SET idle_in_transaction_session_timeout = '15s'; SET lock_timeout = '20s'";

  private PostgresConnection() {}

  /**
   * A connection without auto-commit, under the application name {@code highstreet-jobs}. Of a
   * transaction that does nothing for 15 s Postgres lets go, and nobody waits for a lock for more
   * than 20 s. The driver is asked itself: {@code DriverManager} does not see drivers in a job's
   * own jar.
   */
  static Connection open(Database database) throws SQLException {
    return open(database, SILENCE);
  }

  /**
   * The same.
   *
   * @param silence how long a statement may take before its server is given up for gone
   */
  static Connection open(Database database, Duration silence) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, database.user());
    PGProperty.PASSWORD.set(properties, database.password());
    PGProperty.APPLICATION_NAME.set(properties, APPLICATION);
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, Math.toIntExact(silence.toSeconds()));
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    Connection connection = new Driver().connect(database.url(), properties);
    if (connection == null) {
      throw new PSQLException(
          "the driver does not understand the address %s".formatted(database.url()),
          PSQLState.INVALID_PARAMETER_VALUE);
    }
    try (Statement settings = connection.createStatement()) {
      settings.execute(LET_GO);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.setAutoCommit(false);
    return connection;
  }
}
