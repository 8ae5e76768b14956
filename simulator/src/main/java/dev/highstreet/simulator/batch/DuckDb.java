package dev.highstreet.simulator.batch;

import dev.highstreet.simulator.transactions.UnusableFileException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A DuckDB in memory that hands rows over as it finds them, and fetches nothing from anywhere. */
final class DuckDb {
  private static final String MEMORY = "256MB";

  private DuckDb() {}

  /**
   * Opens one.
   *
   * @param zone in which a time without an offset is
   */
  static Connection open(ZoneId zone) throws UnusableFileException {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
        statement.execute("SET threads = 1");
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute("SET TimeZone = " + TableFile.quoted(zone.getId()));
      }
      return connection;
    } catch (SQLException | LinkageError e) {
      throw new UnusableFileException("DuckDB does not start: " + e.getMessage(), e);
    }
  }

  /** A second connection to the same, because each has one result at a time. */
  static Connection another(Connection first) throws SQLException {
    return first.unwrap(DuckDBConnection.class).duplicate();
  }
}
