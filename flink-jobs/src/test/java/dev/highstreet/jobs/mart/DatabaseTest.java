package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  @Test
  void passwordPrintsAsStars() {
    assertThat(new Database("jdbc:postgresql://localhost/highstreet", "writer", "hunter2"))
        .hasToString(
            "Database[url=jdbc:postgresql://localhost/highstreet, user=writer, password=***]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/highstreet?user=writer&password=hunter2",
        "jdbc:postgresql://localhost/highstreet?PASSWORD=hunter2",
        "jdbc:postgresql://writer:hunter2@localhost/highstreet",
        "postgres://writer:hunter2@localhost/highstreet"
      })
  void addressWithAPasswordIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> new Database(url, "writer", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("set HIGHSTREET_DB_PASSWORD")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void otherDatabasesAreRefusedByAddress() {
    assertThatThrownBy(() -> new Database("jdbc:mysql://localhost/highstreet", "writer", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "database address \"jdbc:mysql://localhost/highstreet\" is not one of PostgreSQL:"
                + " write jdbc:postgresql://HOST:PORT/DATABASE");
  }

  @Test
  void blankUserIsRefused() {
    assertThatThrownBy(() -> new Database("jdbc:postgresql://localhost/highstreet", " ", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the database user is blank: set HIGHSTREET_DB_USER");
  }
}
