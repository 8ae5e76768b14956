package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.mart.Replacement.Extent;
import dev.highstreet.jobs.mart.ReplacingTransaction.RunIsOverException;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Run 5 has staged Thursday and Friday, the 8th and 9th of December, and replaces Friday. */
class ReplacingTransactionIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final long RUN = 5;
  private static final String IN_MARTS =
      "SELECT concat_ws(' ', (SELECT string_agg(orders::text, ',') FROM mart.daily_sales WHERE day = '2011-12-09'), (SELECT string_agg(channel, ',' ORDER BY channel) FROM mart.daily_sales_by_channel))";
  private static final List<Replacement> MARTS =
      List.of(
          new Replacement(DaySales.BY_CHANNEL, Extent.DAYS),
          new Replacement(DaySales.TABLE, Extent.DAYS));

  @BeforeEach
  void stageFriday() throws SQLException {
    POSTGRES.emptyTables();
    DATABASE.execute(
        """
        INSERT INTO ops.runs (run_id, job, mode, runtime, time_zone, lateness, clock_skew, first_day, last_day, end_offsets)
        OVERRIDING SYSTEM VALUE
        VALUES (5, 'sales', 'BACKFILL', 'BATCH', 'Europe/London', '2 days', '5 minutes', '2011-12-09', '2011-12-09',
                '{"highstreet.orders": {"0": 10, "1": 20}}')""",
        """
        INSERT INTO mart.daily_sales
        SELECT day::date, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 4, now() FROM generate_series(date '2011-12-08', '2011-12-10', '1 day') AS day""",
        """
        INSERT INTO mart.daily_sales_by_channel
        SELECT '2011-12-09', channel, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 4, now() FROM unnest(ARRAY['SHOP', 'WEBSITE']) AS channel""",
        "INSERT INTO staging.mart_daily_sales VALUES ('2011-12-09', 2, 2, 2, 2, 0, 2, 0, 0, 0, 0, 5, now())",
        "INSERT INTO staging.mart_daily_sales VALUES ('2011-12-09', 9, 9, 9, 9, 0, 9, 0, 0, 0, 0, 3, now())",
        "INSERT INTO staging.mart_daily_sales_by_channel VALUES ('2011-12-09', 'WEBSITE', 2, 2, 2, 2, 0, 2, 0, 0, 0, 0, 5, now())",
        """
        INSERT INTO ops.late_events
        SELECT 'highstreet.orders', partition, "offset", 'LATE', gen_random_uuid(), now(), now(), day, '', 4, now()
        FROM (VALUES (0, 9, date '2011-12-09'), (0, 10, '2011-12-09'), (1, 19, '2011-12-09'), (1, 3, '2011-12-08'), (2, 1, '2011-12-09'))
          AS late (partition, "offset", day)""");
  }

  @Test
  void rowsOfTheDayAreReplacedAndThoseThatAreNoMoreDisappear() throws Exception {
    replace();
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 1 by 4", "2011-12-09: 2 by 5", "2011-12-10: 1 by 4");
    assertThat(DATABASE.read("SELECT channel || ' ' || orders FROM mart.daily_sales_by_channel"))
        .containsExactly("WEBSITE 2");
  }

  @Test
  void periodsAreSealedAndTheRunIsClosedWithItsRows() throws Exception {
    replace();
    assertThat(
            DATABASE.read(
                "SELECT concat_ws(' ', grain, period, run_id) FROM ops.backfilled_periods ORDER BY 1"))
        .containsExactly("DAY 2011-12-09 5", "MONTH 2011-12-01 5");
    assertThat(
            DATABASE.read(
                "SELECT concat_ws(' ', outcome, rows_written, ended_at IS NOT NULL) FROM ops.runs"))
        .containsExactly("FINISHED 2 t");
  }

  @Test
  void lateEventsOfTheDayThatWereReadAreCountedIn() throws Exception {
    replace();
    assertThat(
            DATABASE.read(
                "SELECT partition || ' ' || \"offset\" FROM ops.late_events WHERE backfilled_by = 5 ORDER BY 1"))
        .containsExactly("0 9", "1 19");
  }

  @Test
  void lateEventThatIsWrittenDownAfterItWasReadIsCountedInToo() throws Exception {
    replace();
    DATABASE.execute(
        """
        INSERT INTO ops.late_events
        SELECT 'highstreet.orders', 0, "offset", 'BEHIND', gen_random_uuid(), now(), now(), day, '', 6, now()
        FROM (VALUES (7, date '2011-12-09'), (6, '2011-12-08'), (11, '2011-12-09')) AS late ("offset", day)""");
    assertThat(
            DATABASE.read(
                "SELECT \"offset\" || ' ' || coalesce(backfilled_by::text, '-') FROM ops.late_events WHERE run_id = 6 ORDER BY 1"))
        .containsExactly("11 -", "6 -", "7 5");
  }

  @Test
  void stagingOfTheRunIsEmptyThenAndThatOfOthersIsTheirs() throws Exception {
    replace();
    assertThat(DATABASE.read("SELECT run_id FROM staging.mart_daily_sales")).containsExactly("3");
    assertThat(DATABASE.read("SELECT run_id FROM staging.mart_daily_sales_by_channel")).isEmpty();
  }

  @Test
  void doneAgainItChangesNothing() throws Exception {
    replace();
    DATABASE.execute("UPDATE mart.daily_sales SET orders = 7 WHERE day = '2011-12-09'");
    replace();
    assertThat(DATABASE.read(IN_MARTS)).containsExactly("7 WEBSITE");
  }

  @Test
  void runThatSomebodyHasEndedReplacesNothing() throws Exception {
    DATABASE.execute("UPDATE ops.runs SET outcome = 'CANCELLED'");
    assertThatThrownBy(ReplacingTransactionIT::replace)
        .isInstanceOf(RunIsOverException.class)
        .hasMessage("run 5 is CANCELLED: its rows take the place of none");
    assertThat(DATABASE.read(IN_MARTS)).containsExactly("1 SHOP,WEBSITE");
  }

  @Test
  void readerSeesAllOfItOrNothingAndIsNotHeldUp() throws Exception {
    try (Connection replacing = PostgresConnection.open(DATABASE.writer());
        Connection reading = DATABASE.connect();
        Connection beganBefore = DATABASE.connect()) {
      beganBefore.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      beganBefore.setAutoCommit(false);
      assertThat(read(beganBefore)).isEqualTo("1 SHOP,WEBSITE");

      new ReplacingTransaction(RUN, MARTS).on(replacing);
      assertThat(read(reading)).isEqualTo("1 SHOP,WEBSITE");
      replacing.commit();

      assertThat(read(reading)).isEqualTo("2 WEBSITE");
      assertThat(read(beganBefore)).isEqualTo("1 SHOP,WEBSITE");
    }
  }

  @Test
  void writerThatWaitedForItFindsThePeriodSealed() throws Exception {
    try (Connection replacing = PostgresConnection.open(DATABASE.writer())) {
      new ReplacingTransaction(RUN, MARTS).on(replacing);
      CompletableFuture<Long> refused =
          CompletableFuture.supplyAsync(() -> refusedOf(DaySales.of("2011-12-09", 4)));
      Eventually.wait(
          Duration.ofSeconds(30),
          "the writer to wait",
          () -> !DATABASE.read("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty());
      replacing.commit();
      assertThat(refused.get()).isEqualTo(1);
    }
    assertThat(DATABASE.read(IN_MARTS)).containsExactly("2 WEBSITE");
  }

  private static long refusedOf(DaySales row) {
    try (SinkTask<DaySales> later =
        SinkTask.of(new UpsertSink<>(DATABASE.writer(), 6, Routing.to(DaySales.TABLE)))) {
      later.send(row).checkpoint();
      return later.counted("rowsRefused");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void replace() throws SQLException {
    try (Connection connection = PostgresConnection.open(DATABASE.writer())) {
      new ReplacingTransaction(RUN, MARTS).on(connection);
      connection.commit();
    }
  }

  private static String read(Connection connection) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(IN_MARTS)) {
      row.next();
      return row.getString(1);
    }
  }
}
