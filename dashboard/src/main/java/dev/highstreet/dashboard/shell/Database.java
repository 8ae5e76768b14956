package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to Postgres: a small pool of read-only connections. A query takes 2 s at most, and so
 * does the wait for a connection; whatever goes wrong becomes an {@link Unavailable} in plain
 * words.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int PATIENCE_MILLIS = 2_000;

  private final HikariDataSource pool;
  private final String url;
  private final Silence silence = new Silence(Clock.systemUTC());

  /** Null while Postgres answers. */
  private volatile Problem silent;

  /** After a failure to connect, others fail at once for a second instead of waiting in turn. */
  private volatile Unavailable refusal;

  private volatile long refusedUntil = System.nanoTime();

  private Database(HikariDataSource pool, String url) {
    this.pool = pool;
    this.url = url;
  }

  /** Opens the pool without connecting yet: the database may come later. */
  public static Database open(String url, String user, String password) {
    requireNonNull(url, "url is null");
    HikariConfig config = new HikariConfig();
    config.setPoolName("dashboard");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setReadOnly(true);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.addDataSourceProperty("ApplicationName", "highstreet-dashboard");
    config.addDataSourceProperty("connectTimeout", "2");
    // a server that vanished does not even say that a statement took too long
    config.addDataSourceProperty("socketTimeout", "5");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // the driver's own read-only mode is for transactions, and every query here is without one
    config.addDataSourceProperty(
        "options",
        "-c statement_timeout=" + PATIENCE_MILLIS + " -c default_transaction_read_only=on");
    return new Database(new HikariDataSource(config), url);
  }

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All rows of a query.
   *
   * @param parameters bound in turn; {@code java.time} types as they are
   * @throws Unavailable if Postgres does not answer, or not in time, or lacks the tables
   */
  public <T> List<T> rows(String query, RowReader<T> reader, Object... parameters) {
    if (refusal != null && System.nanoTime() < refusedUntil) {
      throw refusal;
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      silence.ends();
      silent = null;
      return found;
    } catch (SQLException e) {
      Problem problem = DatabaseProblems.describe(e, url);
      if (DatabaseProblems.isSilence(e)) {
        problem = silence.goesOn(problem);
        silent = problem;
      }
      Unavailable unavailable = new Unavailable(problem, e);
      if (e instanceof SQLTransientConnectionException) {
        refusal = unavailable;
        refusedUntil = System.nanoTime() + PATIENCE_MILLIS * 500_000L;
      }
      throw unavailable;
    }
  }

  /**
   * The first row of a query, if there is one.
   *
   * @throws Unavailable as {@link #rows}
   */
  public <T> Optional<T> row(String query, RowReader<T> reader, Object... parameters) {
    return rows(query, reader, parameters).stream().findFirst();
  }

  /** That Postgres gives no answer, and since when; empty while it does. Asks nothing. */
  public Optional<Problem> silent() {
    return Optional.ofNullable(silent);
  }

  @Override
  public void close() {
    pool.close();
  }
}
