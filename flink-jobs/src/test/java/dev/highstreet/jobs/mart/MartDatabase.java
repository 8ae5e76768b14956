package dev.highstreet.jobs.mart;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a test class: as the jobs connect to it, and as one who looks on. */
record MartDatabase(PostgresExtension postgres) {
  Database writer() {
    return as(Roles.WRITER);
  }

  Database administrator() {
    return as(EmbeddedPostgresServer.ADMINISTRATOR);
  }

  Database as(String role) {
    return new Database(postgres.url(), role, "");
  }

  Connection connect() throws SQLException {
    return postgres.as(EmbeddedPostgresServer.ADMINISTRATOR).getConnection();
  }

  /** Runs statements as the server's administrator. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of what a query returns, as Postgres writes it in UTC. */
  List<String> read(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      try (ResultSet rows = statement.executeQuery(query)) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    }
  }
}
