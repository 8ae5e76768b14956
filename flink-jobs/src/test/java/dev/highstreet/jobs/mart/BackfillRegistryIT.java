package dev.highstreet.jobs.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.jobs.mart.Replacement.Extent;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillRegistryIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void runIsRecordedWithItsDaysAndWhatItIsGoingToRead() throws SQLException {
    long run = begin("2011-11-29", "2011-12-01");
    BackfillRegistry.freeze(DATABASE.writer(), run, "{\"a\": {\"0\": 1}}", "{\"a\": {\"0\": 2}}");
    assertThat(
            DATABASE.read(
                """
                SELECT concat_ws(' ', mode, runtime, first_day, last_day, outcome, start_offsets #>> '{a,0}', end_offsets #>> '{a,0}')
                FROM ops.runs"""))
        .containsExactly("BACKFILL BATCH 2011-11-29 2011-12-01 RUNNING 1 2");
  }

  @ParameterizedTest
  @CsvSource({"2011-11-01, 2011-11-01", "2011-12-31, 2012-01-01", "2011-10-01, 2012-03-01"})
  void backfillOfTheSameMonthsIsRefusedWhileOneRuns(String from, String to) {
    long run = begin("2011-11-29", "2011-12-01");
    assertThatThrownBy(() -> begin(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a backfill of 2011-11-29 to 2011-12-01 is running (run %d), and touches a month that %s to %s touches: wait until it has ended, or cancel it"
                .formatted(run, from, to));
  }

  @Test
  void backfillsOfOtherMonthsRunBesideIt() {
    begin("2011-11-29", "2011-12-01");
    begin("2011-10-31", "2011-10-31");
    begin("2012-01-01", "2012-01-01");
  }

  @Test
  void onceARunHasFailedItIsInNobodysWay() throws SQLException {
    long run = begin("2011-11-29", "2011-12-01");
    BackfillRegistry.fail(DATABASE.writer(), run, "no luck");
    BackfillRegistry.fail(DATABASE.writer(), run, "no luck again");
    begin("2011-11-29", "2011-12-01");
    assertThat(
            DATABASE.read(
                "SELECT concat_ws(' ', outcome, problem, ended_at IS NOT NULL) FROM ops.runs ORDER BY run_id"))
        .containsExactly("FAILED no luck t", "RUNNING f");
  }

  @Test
  void ofManyThatBeginAtOnceOneIsLetThrough() {
    List<CompletableFuture<Boolean>> all =
        Stream.generate(() -> CompletableFuture.supplyAsync(BackfillRegistryIT::isLetThrough))
            .limit(8)
            .toList();
    assertThat(all.stream().filter(CompletableFuture::join)).hasSize(1);
  }

  private static boolean isLetThrough() {
    try {
      begin("2011-11-29", "2011-12-01");
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @Test
  void stagingThatRunsHaveLeftIsEmptiedAndThatOfARunningOneIsNot() throws SQLException {
    long left = begin("2011-11-29", "2011-12-01");
    BackfillRegistry.fail(DATABASE.writer(), left, "no luck");
    long running = begin("2011-11-29", "2011-12-01");
    for (long run : new long[] {left, running}) {
      DATABASE.execute(
          "INSERT INTO staging.mart_daily_sales VALUES ('2011-12-01', 2, 2, 2, 2, 0, 2, 0, 0, 0, 0, %d, now())"
              .formatted(run));
    }
    begin("2012-01-01", "2012-01-01");
    assertThat(DATABASE.read("SELECT run_id FROM staging.mart_daily_sales"))
        .containsExactly(Long.toString(running));
  }

  @Test
  void newestLiveRunThatToldTheTimeOrMayIsTheOneToAgreeWith() throws SQLException {
    assertThat(BackfillRegistry.newestLive(DATABASE.writer(), "sales")).isEmpty();
    live("'STOPPED'", "'2011-12-03 10:00Z'");
    live("'FAILED'", "NULL");
    begin("2011-11-29", "2011-12-01");
    assertThat(BackfillRegistry.newestLive(DATABASE.writer(), "sales"))
        .contains(
            new EarlierRun(1, LONDON, Duration.ofDays(2), Instant.parse("2011-12-03T10:00:00Z")));
    live("'RUNNING'", "NULL");
    assertThat(BackfillRegistry.newestLive(DATABASE.writer(), "sales"))
        .contains(new EarlierRun(4, LONDON, Duration.ofDays(2), null));
  }

  private static void live(String outcome, String watermark) throws SQLException {
    DATABASE.execute(
        "INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, outcome, watermark) VALUES ('sales', 'LIVE', 'STREAMING', 'Europe/London', 'PT48H', 'PT5M', %s, %s)"
            .formatted(outcome, watermark));
  }

  private static long begin(String from, String to) {
    return BackfillRegistry.begin(
        DATABASE.writer(),
        new RunStart(
            "sales",
            RunStart.Mode.BACKFILL,
            RuntimeExecutionMode.BATCH,
            LONDON,
            Duration.ofDays(2),
            Duration.ofMinutes(5),
            null,
            null),
        LocalDate.parse(from),
        LocalDate.parse(to),
        List.of(new Replacement(DaySales.TABLE, Extent.DAYS)));
  }
}
