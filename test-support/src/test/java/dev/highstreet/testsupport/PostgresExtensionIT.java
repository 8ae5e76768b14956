package dev.highstreet.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.sql.Roles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresExtensionIT {
  private static final String RUN =
      """
      INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew)
      VALUES ('sales', 'LIVE', 'STREAMING', 'Europe/London', '48 hours', '5 minutes')
      RETURNING run_id
      """;

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @BeforeEach
  void empty() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void emptiedTablesCountFromOneAgain() throws SQLException {
    assertThat(read(POSTGRES, Roles.WRITER, RUN)).isEqualTo("1");
    POSTGRES.emptyTables();
    assertThat(read(POSTGRES, Roles.WRITER, RUN)).isEqualTo("1");
  }

  @Test
  void cutConnectionIsOfNoMoreUse() throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection()) {
      POSTGRES.cutConnections();
      assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void rowsAreThereAfterARestart() throws SQLException {
    read(POSTGRES, Roles.WRITER, RUN);
    POSTGRES.restart();
    assertThat(read(POSTGRES, Roles.READER, "SELECT count(*) FROM ops.runs")).isEqualTo("1");
  }

  @Nested
  class AnotherTestClass {
    @RegisterExtension static final PostgresExtension OTHER = new PostgresExtension();

    @Test
    void doesNotSeeTheRowsOfTheFirst() throws SQLException {
      read(POSTGRES, Roles.WRITER, RUN);
      assertThat(OTHER.url()).isNotEqualTo(POSTGRES.url());
      assertThat(read(OTHER, Roles.READER, "SELECT count(*) FROM ops.runs")).isEqualTo("0");
    }
  }

  private static String read(PostgresExtension postgres, String role, String query)
      throws SQLException {
    try (Connection connection = postgres.as(role).getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
