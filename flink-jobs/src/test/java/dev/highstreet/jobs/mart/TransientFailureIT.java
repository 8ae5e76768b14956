package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sink does when Postgres fails for a moment, and when it fails for good. */
class TransientFailureIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final DaySales THURSDAY = DaySales.of("2011-12-08", 3);
  private static final DaySales FRIDAY = DaySales.of("2011-12-09", 1);

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @AfterEach
  void removeTrigger() throws SQLException {
    DATABASE.execute(
        "DROP SEQUENCE IF EXISTS mart.attempts", "DROP FUNCTION IF EXISTS mart.fail CASCADE");
  }

  @Test
  void connectionCutBetweenWritesIsOpenedAgain() throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink())) {
      task.send(THURSDAY).checkpoint();
      POSTGRES.cutConnections();
      task.send(FRIDAY).checkpoint();
    }
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 1", "2011-12-09: 1 by 1");
  }

  @Test
  void serverRestartedBetweenWritesIsFoundAgain() throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink())) {
      task.send(THURSDAY).checkpoint();
      POSTGRES.restart();
      task.send(FRIDAY).checkpoint();
    }
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 1", "2011-12-09: 1 by 1");
  }

  @Test
  void writeWhoseConnectionIsCutIsRepeatedWhole() throws Exception {
    try (Connection blocker = DATABASE.connect();
        Statement statement = blocker.createStatement();
        SinkTask<DaySales> task = SinkTask.of(sink())) {
      blocker.setAutoCommit(false);
      statement.execute("LOCK TABLE mart.daily_sales IN ACCESS EXCLUSIVE MODE");
      task.send(THURSDAY, FRIDAY);
      CompletableFuture<Void> write = CompletableFuture.runAsync(() -> checkpoint(task));
      while (!write.isDone() && backendsWaitingForTheLock() == 0) {
        Thread.onSpinWait();
      }
      assertThat(write).as("a write that waits for the lock").isNotDone();
      POSTGRES.cutConnections();
      write.join();
    }
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 1", "2011-12-09: 1 by 1");
  }

  @Test
  void transactionWhoseTaskIsGoneWithoutAWordLetsGoOfItsRows() throws Exception {
    try (Connection connection = PostgresConnection.open(DATABASE.writer());
        Statement statement = connection.createStatement();
        ResultSet settings =
            statement.executeQuery(
                "SELECT current_setting('idle_in_transaction_session_timeout'),"
                    + " current_setting('lock_timeout')")) {
      settings.next();
      assertThat(settings.getString(1)).isEqualTo("15s");
      assertThat(settings.getString(2)).isEqualTo("20s");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"40001", "40P01", "55P03", "25P03", "53300", "57P01", "57P02", "57P03", "08006"})
  void errorThatMayPassIsTriedAgain(String sqlState) throws Exception {
    failFirstAttempts(2, sqlState);
    try (SinkTask<DaySales> task = SinkTask.of(sink())) {
      task.send(FRIDAY).checkpoint();
    }
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-09: 1 by 1");
    assertThat(attempts()).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22003", "23502", "42501", "53100", "XX000"})
  void errorThatWouldComeAgainFailsTheJobAtOnce(String sqlState) throws Exception {
    failFirstAttempts(1, sqlState);
    try (SinkTask<DaySales> task = SinkTask.of(sink())) {
      task.send(FRIDAY);
      assertThatThrownBy(task::checkpoint)
          .hasMessageContaining(
              "mart.daily_sales (rows: 1, first key: day=2011-12-09): ERROR: planted");
    }
    assertThat(attempts()).isEqualTo("1");
  }

  @Test
  void errorThatDoesNotPassFailsTheJobInTheEnd() throws Exception {
    failFirstAttempts(1_000, "40001");
    UpsertOptions brief =
        new UpsertOptions(5_000, 1_000, Duration.ofHours(1), Duration.ofMillis(200));
    UpsertSink<DaySales> sink =
        new UpsertSink<>(DATABASE.writer(), 1, Routing.to(DaySales.TABLE), brief);
    try (SinkTask<DaySales> task = SinkTask.of(sink)) {
      task.send(FRIDAY);
      assertThatThrownBy(task::checkpoint)
          .hasMessageContaining("failed (SQLSTATE 40001): mart.daily_sales (rows: 1")
          .hasMessageContaining(DATABASE.writer().url());
    }
    assertThat(Integer.parseInt(attempts())).isBetween(2, 5);
  }

  private static UpsertSink<DaySales> sink() {
    return new UpsertSink<>(DATABASE.writer(), 1, Routing.to(DaySales.TABLE));
  }

  private static void checkpoint(SinkTask<?> task) {
    try {
      task.checkpoint();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int backendsWaitingForTheLock() throws SQLException {
    return DATABASE
        .read(
            "SELECT pid FROM pg_locks WHERE relation = 'mart.daily_sales'::regclass AND NOT"
                + " granted")
        .size();
  }

  /** A sequence counts the attempts, since what a transaction takes from it is not given back. */
  private static void failFirstAttempts(int attempts, String sqlState) throws SQLException {
    DATABASE.execute(
        "CREATE SEQUENCE mart.attempts",
        "GRANT ALL ON mart.attempts TO PUBLIC",
        """
        CREATE FUNCTION mart.fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('mart.attempts') <= %d THEN
            RAISE 'planted' USING ERRCODE = '%s';
          END IF;
          RETURN NEW;
        END $$\
        """
            .formatted(attempts, sqlState),
        "CREATE TRIGGER fail BEFORE INSERT ON mart.daily_sales FOR EACH STATEMENT EXECUTE FUNCTION"
            + " mart.fail()");
  }

  private static String attempts() throws SQLException {
    return DATABASE.read("SELECT last_value FROM mart.attempts").get(0);
  }
}
