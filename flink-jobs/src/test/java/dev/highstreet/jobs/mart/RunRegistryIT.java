package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.platform.FreePorts;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunRegistryIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final RunStart LIVE =
      new RunStart(
          "sales",
          RunStart.Mode.LIVE,
          RuntimeExecutionMode.STREAMING,
          LONDON,
          Duration.ofDays(2),
          Duration.ofMinutes(5),
          null,
          null);
  private static final RunStart BOUNDED =
      new RunStart(
          "sales",
          RunStart.Mode.BOUNDED,
          RuntimeExecutionMode.BATCH,
          ZoneId.of("UTC"),
          Duration.ofMillis(1_500),
          Duration.ZERO,
          "{\"highstreet.orders\": {\"0\": 0}}",
          "{\"highstreet.orders\": {\"0\": 17}}");

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void everyRunGetsAGreaterNumber() {
    long first = RunRegistry.begin(DATABASE.writer(), LIVE);
    assertThat(RunRegistry.begin(DATABASE.writer(), LIVE)).isGreaterThan(first);
  }

  @Test
  void runIsRecordedAsItBegins() throws SQLException {
    RunRegistry.begin(DATABASE.writer(), LIVE);
    RunRegistry.begin(DATABASE.writer(), BOUNDED);
    assertThat(
            DATABASE.read(
                """
                SELECT concat_ws(' ', job, mode, runtime, time_zone, lateness, clock_skew, outcome,
                       start_offsets #>> '{highstreet.orders,0}', end_offsets #>> '{highstreet.orders,0}')
                FROM ops.runs ORDER BY run_id"""))
        .containsExactly(
            "sales LIVE STREAMING Europe/London 48:00:00 00:05:00 RUNNING",
            "sales BOUNDED BATCH UTC 00:00:01.5 00:00:00 RUNNING 0 17");
  }

  @Test
  void databaseThatIsNotThereIsNamedWithTheWayOut() {
    int port = new FreePorts().next(0);
    String url = "jdbc:postgresql://127.0.0.1:%d/highstreet".formatted(port);
    assertThatThrownBy(() -> RunRegistry.begin(new Database(url, "someone", "hunter2"), LIVE))
        .isInstanceOf(DatabaseException.class)
        .hasMessage(
            "cannot reach the database %s as someone: Connection to 127.0.0.1:%d refused. Check that it runs and that the address is right"
                .formatted(url, port))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void databaseThatWasNotCreatedIsNamed() {
    String url = POSTGRES.url() + "_not";
    assertThatThrownBy(() -> RunRegistry.begin(new Database(url, Roles.WRITER, ""), LIVE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("does not exist")
        .hasMessageContaining(url);
  }

  @Test
  void databaseWithoutTablesAsksForTheMigrations() {
    String url = POSTGRES.url().replaceFirst("/[^/]*$", "/postgres");
    assertThatThrownBy(() -> RunRegistry.begin(new Database(url, Roles.WRITER, ""), LIVE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("lacks Highstreet's tables")
        .hasMessageContaining("Apply sql/migrations");
  }

  @Test
  void roleThatMayOnlyReadIsToldSo() {
    assertThatThrownBy(() -> RunRegistry.begin(DATABASE.as(Roles.READER), LIVE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("does not let this role write: ERROR: permission denied")
        .hasMessageContaining("Connect as highstreet_writer");
  }

  @Test
  void unknownRoleIsToldToCheckUserAndPassword() {
    assertThatThrownBy(() -> RunRegistry.begin(DATABASE.as("nobody"), LIVE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("refuses the log-in")
        .hasMessageContaining("Check the user and HIGHSTREET_DB_PASSWORD");
  }

  @Test
  void runtimeIsStreamingOrBatch() {
    assertThatThrownBy(
            () ->
                new RunStart(
                    "sales",
                    RunStart.Mode.LIVE,
                    RuntimeExecutionMode.AUTOMATIC,
                    LONDON,
                    Duration.ZERO,
                    Duration.ZERO,
                    null,
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("runtime is AUTOMATIC: say STREAMING or BATCH");
  }
}
