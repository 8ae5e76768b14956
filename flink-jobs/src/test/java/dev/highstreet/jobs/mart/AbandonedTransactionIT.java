package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A transaction that its task is cancelled in. */
class AbandonedTransactionIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  /** Less than a lock is waited for. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private static final String ROW =
      "INSERT INTO mart.daily_sales VALUES ('2011-12-09', 2, 2, 2, 2, 0, 2, 0, 0, 0, 0, 5, now())";

  private final Transactions transactions =
      new Transactions(
          DATABASE.writer(),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          new UnregisteredMetricsGroup());

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @AfterEach
  void close() {
    transactions.close();
  }

  @Test
  void transactionThatWaitsForALockIsUndoneAtOnceAndNotTriedAgain() throws Exception {
    try (Connection other = DATABASE.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE mart.hourly_sales IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Void> running = CompletableFuture.runAsync(this::insertThenWait);
      Eventually.wait(
          AT_ONCE,
          "the transaction to wait for the lock",
          () ->
              !DATABASE
                  .read(
                      "SELECT 1 FROM pg_locks WHERE relation = 'mart.hourly_sales'::regclass AND NOT granted")
                  .isEmpty());

      transactions.abandon();

      assertThatThrownBy(() -> running.orTimeout(AT_ONCE.toSeconds(), TimeUnit.SECONDS).join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(SQLException.class);
      Eventually.wait(
          AT_ONCE,
          "Postgres to let go of the table that it wrote to",
          () ->
              DATABASE
                  .read("SELECT 1 FROM pg_locks WHERE relation = 'mart.daily_sales'::regclass")
                  .isEmpty());
    }
    assertThat(DATABASE.read(DaySales.READ)).isEmpty();
  }

  @Test
  void nothingBeginsOnceItIsAbandoned() throws Exception {
    transactions.abandon();

    assertThatThrownBy(() -> transactions.run(connection -> execute(connection, ROW)))
        .isInstanceOf(SQLException.class)
        .hasMessage("abandoned before it began");
    assertThat(DATABASE.read(DaySales.READ)).isEmpty();
  }

  private void insertThenWait() {
    try {
      transactions.run(
          connection -> {
            execute(connection, ROW);
            execute(connection, "LOCK TABLE mart.hourly_sales IN SHARE ROW EXCLUSIVE MODE");
          });
    } catch (SQLException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
