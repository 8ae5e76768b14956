package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(POSTGRES.url(), "highstreet_reader", "");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothingCanBeWrittenWhoeverConnects() {
    try (Database owned = Database.open(POSTGRES.url(), Roles.OWNER, "")) {
      assertThatThrownBy(() -> owned.rows("DELETE FROM mart.daily_sales RETURNING day", row -> row))
          .hasStackTraceContaining("read-only transaction");
    }
  }

  @Test
  void valueThatPostgresRefusesIsNotTakenForSilence() {
    Problem problem =
        Panel.of(() -> database.rows("SELECT ?", row -> row.getString(1), "a\0b")).problem();

    assertThat(problem.title()).isEqualTo("Postgres refused a value");
  }
}
