package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;

/** Connections for what adds rows: few, impatient, and none before somebody needs one. */
public final class WritingPool {
  /** How long a connection or a statement is waited for, in milliseconds. */
  public static final int PATIENCE_MILLIS = 2_000;

  private WritingPool() {}

  /**
   * Settings that nothing connects with yet.
   *
   * @param purpose what it is for, in a word: it names the pool, and its connections in Postgres
   * @param user a role that may add to the tables in question
   * @param options of the session besides {@code statement_timeout}, such as {@code -c
   *     lock_timeout=500}; empty for none
   */
  public static HikariConfig settings(
      String purpose, String url, String user, String password, String options) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("dashboard-" + purpose);
    config.setJdbcUrl(requireNonNull(url, "url is null"));
    config.setUsername(user);
    config.setPassword(password);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.addDataSourceProperty("ApplicationName", "highstreet-dashboard-" + purpose);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "5");
    config.addDataSourceProperty(
        "options", "-c statement_timeout=%d %s".formatted(PATIENCE_MILLIS, options).strip());
    return config;
  }
}
