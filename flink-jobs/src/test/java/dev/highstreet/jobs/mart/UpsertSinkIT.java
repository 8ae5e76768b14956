package dev.highstreet.jobs.mart;

import static dev.highstreet.jobs.mart.ColumnValue.bigint;
import static dev.highstreet.jobs.mart.ColumnValue.bytea;
import static dev.highstreet.jobs.mart.ColumnValue.date;
import static dev.highstreet.jobs.mart.ColumnValue.integer;
import static dev.highstreet.jobs.mart.ColumnValue.text;
import static dev.highstreet.jobs.mart.ColumnValue.timestamptz;
import static dev.highstreet.jobs.mart.ColumnValue.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.testsupport.PostgresExtension;
import java.io.Serializable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpsertSinkIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static final MartDatabase DATABASE = new MartDatabase(POSTGRES);

  private static final long EARLIER_RUN = 4;
  private static final long RUN = 5;
  private static final long LATER_RUN = 6;
  private static final DaySales THURSDAY = DaySales.of("2011-12-08", 3);
  private static final DaySales FRIDAY = DaySales.of("2011-12-09", 1);
  private static final DaySales FRIDAY_LATER_ON = DaySales.of("2011-12-09", 2);

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void rowWaitsForTheIntervalAndNoLonger() throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink(RUN))) {
      task.clockShows(1_000).send(FRIDAY).clockShows(1_249);
      assertThat(DATABASE.read(DaySales.READ)).isEmpty();
      task.clockShows(1_250);
      assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-09: 1 by 5");
      task.clockShows(5_000).send(THURSDAY).clockShows(5_250);
      assertThat(DATABASE.read(DaySales.READ)).hasSize(2);
    }
  }

  @Test
  void everythingBeforeACheckpointIsWrittenAtItsBarrier() throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink(RUN))) {
      task.send(THURSDAY, FRIDAY).checkpoint();
      assertThat(DATABASE.read(DaySales.READ))
          .containsExactly("2011-12-08: 3 by 5", "2011-12-09: 1 by 5");
    }
  }

  @Test
  void everythingIsWrittenAtTheEndOfInput() throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink(RUN))) {
      task.send(FRIDAY).endInput();
      assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-09: 1 by 5");
    }
  }

  @Test
  void manyRowsAreWrittenAtOnce() throws Exception {
    UpsertOptions two = new UpsertOptions(2, 1_000, Duration.ofHours(1), Duration.ZERO);
    UpsertSink<DaySales> sink =
        new UpsertSink<>(DATABASE.writer(), RUN, Routing.to(DaySales.TABLE), two);
    try (SinkTask<DaySales> task = SinkTask.of(sink)) {
      task.send(FRIDAY, FRIDAY_LATER_ON);
      assertThat(DATABASE.read(DaySales.READ)).as("one key is one row").isEmpty();
      task.send(THURSDAY);
      assertThat(DATABASE.read(DaySales.READ)).hasSize(2);
    }
  }

  @Test
  void manyBytesAreWrittenAtOnce() throws Exception {
    UpsertOptions kilobyte = new UpsertOptions(5_000, 1_000, Duration.ofHours(1), Duration.ZERO);
    MartTable<byte[]> letters =
        MartTable.<byte[]>named("ops.late_events")
            .key("topic", text(bytes -> "highstreet.orders"))
            .key("partition", integer(bytes -> 0))
            .key("offset", bigint(bytes -> bytes.length))
            .value("kind", text(bytes -> "LATE"))
            .value("event_id", uuid(bytes -> 1L, bytes -> 2L))
            .value("occurred_at", timestamptz(bytes -> 0L))
            .value("received_at", timestamptz(bytes -> 0L))
            .value("day", date(bytes -> 0L))
            .value("bytes", bytea(bytes -> bytes))
            .build();
    UpsertSink<byte[]> sink =
        new UpsertSink<>(DATABASE.writer(), RUN, Routing.to(letters), kilobyte);
    try (SinkTask<byte[]> task = SinkTask.of(sink)) {
      task.send(new byte[999]);
      assertThat(DATABASE.read("SELECT length(bytes) FROM ops.late_events")).isEmpty();
      task.send(new byte[1]);
      assertThat(DATABASE.read("SELECT length(bytes) FROM ops.late_events ORDER BY 1"))
          .containsExactly("1", "999");
    }
  }

  @Test
  void newestRowOfAKeyWinsWithinABatch() throws Exception {
    write(RUN, FRIDAY, THURSDAY, FRIDAY_LATER_ON);
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 5", "2011-12-09: 2 by 5");
  }

  @Test
  void newestRowOfAKeyWinsAcrossBatchesEvenIfItsTotalsAreLower() throws Exception {
    write(RUN, FRIDAY_LATER_ON);
    write(RUN, FRIDAY);
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-09: 1 by 5");
  }

  @Test
  void earlierRunDoesNotOverwriteALaterOne() throws Exception {
    write(RUN, FRIDAY);
    write(EARLIER_RUN, THURSDAY, FRIDAY_LATER_ON);
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 4", "2011-12-09: 1 by 5");
  }

  @Test
  void rowsOfASealedDayAreRefusedAndCountedWhicheverRunSendsThemAndTheOthersAreWritten()
      throws Exception {
    write(EARLIER_RUN, THURSDAY);
    DATABASE.execute(
        "INSERT INTO ops.backfilled_periods VALUES ('DAY', '2011-12-09', 5), ('MONTH', '2011-12-08', 5)");
    try (SinkTask<DaySales> later = SinkTask.of(sink(LATER_RUN))) {
      later.send(THURSDAY, FRIDAY_LATER_ON).checkpoint();
      assertThat(later.counted("rowsRefused")).isEqualTo(1);
    }
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-08: 3 by 6");
  }

  @Test
  void rowsThatALaterRunHasWrittenAreRefusedAndCounted() throws Exception {
    write(RUN, FRIDAY);
    try (SinkTask<DaySales> stale = SinkTask.of(sink(EARLIER_RUN))) {
      stale.send(THURSDAY).checkpoint();
      assertThat(stale.counted("rowsRefused")).isZero();
      stale.send(THURSDAY, FRIDAY_LATER_ON).checkpoint();
      stale.send(FRIDAY_LATER_ON).checkpoint();
      assertThat(stale.counted("rowsRefused")).isEqualTo(2);
    }
  }

  @Test
  void laterRunOverwritesAnEarlierOne() throws Exception {
    write(RUN, FRIDAY_LATER_ON);
    write(LATER_RUN, FRIDAY);
    assertThat(DATABASE.read(DaySales.READ)).containsExactly("2011-12-09: 1 by 6");
  }

  @Test
  void rowsAfterTheLastCheckpointComeAgainAfterAFailureAndEndTheSame() throws Exception {
    try (SinkTask<DaySales> failing = SinkTask.of(sink(RUN))) {
      failing.send(THURSDAY, FRIDAY).checkpoint();
      failing.send(FRIDAY_LATER_ON);
    }
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 5", "2011-12-09: 1 by 5");
    write(RUN, THURSDAY, FRIDAY, FRIDAY_LATER_ON);
    assertThat(DATABASE.read(DaySales.READ))
        .containsExactly("2011-12-08: 3 by 5", "2011-12-09: 2 by 5");
  }

  @Test
  void rowsAreWrittenInTheOrderOfTheirKeys() throws Exception {
    write(RUN, THURSDAY, DaySales.of("1999-12-31", 1), FRIDAY, DaySales.of("2037-01-01", 1));
    assertThat(DATABASE.read("SELECT day FROM mart.daily_sales ORDER BY ctid"))
        .containsExactly("1999-12-31", "2011-12-08", "2011-12-09", "2037-01-01");
  }

  @Test
  void everyWriteCarriesTheDatabasesClock() throws Exception {
    write(RUN, FRIDAY);
    String older = DATABASE.read("SELECT updated_at FROM mart.daily_sales").get(0);
    write(RUN, FRIDAY);
    assertThat(
            DATABASE.read(
                "SELECT updated_at BETWEEN timestamptz '%s' + interval '1 microsecond' AND clock_timestamp() FROM mart.daily_sales"
                    .formatted(older)))
        .containsExactly("t");
  }

  @Test
  void everyRunKeepsItsOwnCounts() throws Exception {
    record Count(String outcome, long events) implements Serializable {}
    MartTable<Count> counts =
        MartTable.<Count>named("ops.run_counts")
            .perRun()
            .key("topic", text(count -> "highstreet.orders"))
            .key("outcome", text(Count::outcome))
            .key("reason", text(count -> ""))
            .value("events", bigint(Count::events))
            .value("lines", bigint(Count::events))
            .build();
    for (long run : List.of(RUN, LATER_RUN, RUN)) {
      try (SinkTask<Count> task =
          SinkTask.of(new UpsertSink<>(DATABASE.writer(), run, Routing.to(counts)))) {
        task.send(new Count("LATE", run), new Count("TICK", 10 * run)).checkpoint();
      }
    }
    assertThat(
            DATABASE.read(
                "SELECT run_id || ' ' || outcome || ' ' || events FROM ops.run_counts ORDER BY 1"))
        .containsExactly("5 LATE 5", "5 TICK 50", "6 LATE 6", "6 TICK 60");
  }

  @Test
  void valueThatPostgresRefusesFailsAtOnceAndNamesTableAndKey() throws Exception {
    MartTable<DaySales> noOrders =
        MartTable.<DaySales>named("mart.daily_sales")
            .key("day", date(DaySales::epochDay))
            .value("orders", bigint(sales -> null))
            .build();
    try (SinkTask<DaySales> task =
        SinkTask.of(new UpsertSink<>(DATABASE.writer(), RUN, Routing.to(noOrders)))) {
      task.send(FRIDAY);
      assertThatThrownBy(task::checkpoint)
          .hasMessageContaining("mart.daily_sales (rows: 1, first key: day=2011-12-09)")
          .hasMessageContaining("null value in column \"orders\"");
    }
  }

  @Test
  void rowWithoutAKeyIsRefusedByName() throws Exception {
    MartTable<DaySales> keyless =
        MartTable.<DaySales>named("mart.daily_sales").key("day", date(sales -> null)).build();
    try (SinkTask<DaySales> task =
        SinkTask.of(new UpsertSink<>(DATABASE.writer(), RUN, Routing.to(keyless)))) {
      assertThatThrownBy(() -> task.send(FRIDAY))
          .hasMessageContaining("mart.daily_sales.day is part of the key, but null in DaySales[");
    }
  }

  @Test
  void sinkTravelsAndItsPasswordShowsNowhere() throws Exception {
    Database secret = new Database(DATABASE.writer().url(), "nobody", "hunter2");
    UpsertSink<DaySales> sink =
        InstantiationUtil.clone(new UpsertSink<>(secret, RUN, Routing.to(DaySales.TABLE)));
    try (SinkTask<DaySales> task = SinkTask.of(sink)) {
      task.send(FRIDAY);
      assertThatThrownBy(task::checkpoint)
          .hasMessageContaining("refuses the log-in")
          .hasStackTraceContaining("nobody")
          .satisfies(
              failure ->
                  assertThat(ExceptionUtils.stringifyException(failure)).doesNotContain("hunter2"));
    }
    StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment();
    job.fromData(1L).map(day -> FRIDAY).sinkTo(sink);
    assertThat(job.getExecutionPlan()).doesNotContain("hunter2");
  }

  private static UpsertSink<DaySales> sink(long run) {
    return new UpsertSink<>(DATABASE.writer(), run, Routing.to(DaySales.TABLE));
  }

  private static void write(long run, DaySales... rows) throws Exception {
    try (SinkTask<DaySales> task = SinkTask.of(sink(run))) {
      task.send(rows).checkpoint();
    }
  }
}
