package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backfills on a real Kafka, Postgres and Flink, of a shop many of whose events come late. */
class SalesBackfillIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  /** Every tenth event is late, and every third comes twice. */
  private static final FaultRates LATE_AND_REPEATED =
      new FaultRates(0.6, 0.2, 0.15, 0.2, 0.3, 0, 0, 0, 0);

  /** Much else befalls them, too. */
  private static final FaultRates HEAVY =
      new FaultRates(0.6, 0.2, 0.15, 0.2, 0.3, 0.02, 0.1, 0.02, 0.2);

  /** Records between a run's offsets. */
  private static final String TO_READ =
      """
      SELECT sum(e.value::bigint - (r.start_offsets -> t.key ->> e.key)::bigint)
      FROM ops.runs AS r, jsonb_each(r.end_offsets) AS t, jsonb_each_text(t.value) AS e WHERE r.run_id =\s""";

  private static final int TRANSACTIONS = 6_000;
  private static final String FIRST_DAY = "2011-10-15";
  private static final String LAST_DAY = "2011-11-26";

  /** When October and November are over for every event on time. */
  private static final Instant WEEKS_LATER = Instant.parse("2012-02-01T00:00:00Z");

  /** Before the lock is no longer waited for. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final WrittenTables tables = new WrittenTables(POSTGRES);
  private final SalesTopics topics = new SalesTopics(KAFKA);
  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void healedDaysAreThoseOfAStreamInWhichNothingWasLate() throws Exception {
    send(LATE_AND_REPEATED);
    runLive();
    assertThat(tables.rows("SELECT count(*) FROM ops.late_days")).containsExactly("43");

    for (RuntimeExecutionMode runtime :
        List.of(RuntimeExecutionMode.BATCH, RuntimeExecutionMode.STREAMING)) {
      long run = rig.backfill(FIRST_DAY, LAST_DAY, runtime);
      assertThat(tables.rows("SELECT outcome FROM ops.runs WHERE run_id = " + run))
          .containsExactly("FINISHED");
      assertThat(tables.rows("SELECT * FROM ops.late_days")).isEmpty();
      assertThat(tables.rows("SELECT DISTINCT run_id FROM mart.monthly_sales_by_product"))
          .containsExactly(Long.toString(run));
      assertDataTestsPass(runtime.name());
    }
    Map<String, List<String>> healed = comparable();

    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    send(FaultRates.none());
    rig.runBounded(RuntimeExecutionMode.BATCH);
    Map<String, List<String>> clean = comparable();
    healed.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(clean.get(table)));
  }

  @Test
  void whatFilesBringAndWhatTheTopicsHoldCountsOnceWhereverItComesFrom() throws Exception {
    send(FaultRates.none());
    rig.runBounded(RuntimeExecutionMode.BATCH);
    Map<String, List<String>> fromTopics = comparable();

    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    try (FaultySink half = sink(FaultRates.none());
        UploadSink files = UploadSink.create(KAFKA.bootstrapServers(), "upload-1")) {
      FaultyShop.run(half, TRANSACTIONS / 2);
      FaultyShop.run(files, TRANSACTIONS);
    }
    rig.runBounded(RuntimeExecutionMode.BATCH);
    long run =
        rig.backfill(FIRST_DAY, LAST_DAY, RuntimeExecutionMode.BATCH, Optional.of("upload-1"));

    Map<String, List<String>> fromFiles = comparable();
    fromFiles.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(fromTopics.get(table)));
    assertThat(
            tables.rows(
                "SELECT sum(events) FROM ops.run_counts WHERE outcome = 'REPEATED' AND run_id = "
                    + run))
        .containsExactly(Integer.toString(TRANSACTIONS / 2));
    assertDataTestsPass("files");
  }

  @Test
  void daysThatWereNotAskedForKeepTheirRowsAndStillAddUpToMonths() throws Exception {
    send(HEAVY);
    runLive();
    assertDataTestsPass("live");
    // what only a broken run could have left
    execute(
        "INSERT INTO mart.daily_sales_by_product SELECT '2011-11-10', 'ghost', 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, now()",
        "UPDATE mart.hourly_sales SET orders = 99 WHERE hour = '2011-11-10 10:00Z'");

    for (String day : List.of("2011-11-10", "2011-11-12", "2011-10-31")) {
      List<String> others = rowsOfOtherDays(day);
      long run = rig.backfill(day, day, RuntimeExecutionMode.BATCH);
      assertThat(rowsOfOtherDays(day)).isEqualTo(others);
      assertThat(
              tables.rows(
                  "SELECT DISTINCT run_id FROM mart.hourly_sales WHERE hour >= timestamp '%1$s' AT TIME ZONE 'Europe/London' AND hour < timestamp '%1$s' AT TIME ZONE 'Europe/London' + interval '1 day'"
                      .formatted(day)))
          .containsExactly(Long.toString(run));
      assertThat(tables.rows("SELECT day FROM ops.late_days WHERE day = '%s'".formatted(day)))
          .isEmpty();
      assertThat(tables.rows("SELECT sum(events) FROM ops.run_counts WHERE run_id = " + run))
          .isEqualTo(tables.rows(TO_READ + run));
      assertDataTestsPass(day);
    }
    assertThat(tables.rows("SELECT * FROM mart.daily_sales_by_product WHERE product_id = 'ghost'"))
        .isEmpty();
    assertThat(tables.rows("SELECT count(*) FROM ops.late_days")).containsExactly("40");
  }

  @Test
  void jobRestoredFromAnOldSavepointOrBegunAnewDoesNotUndoABackfill() throws Exception {
    String savepoint;
    Map<String, Long> before;
    try (FaultySink sink = sink(LATE_AND_REPEATED)) {
      FaultyShop.run(sink, TRANSACTIONS / 2);
      sink.flush();
      savepoint = runLive();
      before = topics.produced();
      FaultyShop.goOn(sink, TRANSACTIONS / 2, TRANSACTIONS);
      sink.tick(WEEKS_LATER);
    }
    goOnFrom(savepoint, before);
    rig.backfill(FIRST_DAY, LAST_DAY, RuntimeExecutionMode.BATCH);
    Map<String, List<String>> marts = tables.marts();
    Map<String, List<String>> core = tables.core();

    goOnFrom(savepoint, before);
    assertThat(tables.marts()).isEqualTo(marts);
    assertThat(tables.core()).isEqualTo(core);
    assertDataTestsPass("restored");

    runLive();
    assertThat(tables.marts()).isEqualTo(marts);
    assertThat(tables.core()).isEqualTo(core);
    assertThat(tables.rows("SELECT * FROM ops.late_days")).isEmpty();
    assertDataTestsPass("begun anew");
  }

  @Test
  void backfillThatIsCancelledBeforeItReplacesLeavesTheOldRowsAndInNobodysWay() throws Exception {
    send(LATE_AND_REPEATED);
    runLive();
    Map<String, List<String>> marts = tables.marts();
    try (Connection other = POSTGRES.as(Roles.WRITER).getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE mart.daily_sales IN ROW EXCLUSIVE MODE");
      String job = rig.startBackfill(FIRST_DAY, LAST_DAY);
      Eventually.wait(
          SalesRig.PATIENCE,
          "the backfill to wait for the lock",
          () -> !tables.rows("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty());
      rig.cancel(job, AT_ONCE);
      execute(
          "UPDATE ops.runs SET outcome = 'CANCELLED' WHERE outcome = 'RUNNING' AND mode = 'BACKFILL'");
      other.rollback();
    }
    assertThat(tables.marts()).isEqualTo(marts);
    assertThat(tables.rows("SELECT * FROM ops.backfilled_periods")).isEmpty();

    rig.backfill(FIRST_DAY, LAST_DAY, RuntimeExecutionMode.BATCH);
    assertThat(tables.rows("SELECT * FROM ops.late_days")).isEmpty();
    assertDataTestsPass("the new run");
  }

  private static FaultySink sink(FaultRates rates) {
    return new FaultySink(KafkaEventSink.connect(KAFKA.bootstrapServers()), rates, 7, fault -> {});
  }

  private static void send(FaultRates rates) {
    try (FaultySink sink = sink(rates)) {
      FaultyShop.run(sink, TRANSACTIONS);
      sink.tick(WEEKS_LATER);
    }
  }

  /** Runs the live job over all there is; returns its savepoint. */
  private String runLive() throws Exception {
    String live = rig.startLive();
    rig.awaitAllAccountedFor(live);
    return rig.stop(live);
  }

  /** Runs the live job from a savepoint over all that came after it. */
  private void goOnFrom(String savepoint, Map<String, Long> before) throws Exception {
    String live = rig.startLiveFrom(savepoint);
    Map<String, Long> since = new TreeMap<>(topics.produced());
    before.forEach((topic, records) -> since.merge(topic, -records, Long::sum));
    rig.awaitAccountedFor(live, since);
    rig.stop(live);
  }

  private List<String> rowsOfOtherDays(String day) {
    return tables.rows(
        """
        SELECT to_jsonb(d)::text FROM mart.daily_sales_by_product AS d WHERE day <> '%1$s'
        UNION ALL SELECT to_jsonb(o)::text FROM core.orders AS o WHERE day <> '%1$s'
        UNION ALL SELECT to_jsonb(r)::text FROM core.order_returns AS r WHERE day <> '%1$s'
        ORDER BY 1"""
            .formatted(day));
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.WRITER).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of core and the marts, without when and where their events were received. */
  private Map<String, List<String>> comparable() throws SQLException {
    Map<String, List<String>> all = new TreeMap<>(tables.marts());
    all.putAll(tables.core());
    all.replaceAll(
        (table, rows) ->
            rows.stream()
                .map(row -> row.replaceAll("\"(received_at|kafka_\\w+)\": [^,}]*", ""))
                .sorted()
                .toList());
    return all;
  }

  private static void assertDataTestsPass(String after) throws SQLException {
    assertThat(DataChecks.run(POSTGRES.as(Roles.READER)))
        .as(after)
        .allSatisfy(result -> assertThat(result.firstViolations()).as(result.claim()).isEmpty())
        .allMatch(CheckResult::passed);
  }
}
