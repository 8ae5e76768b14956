package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.sql.CheckResult;
import dev.highstreet.sql.DataChecks;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  private static final int TRANSACTIONS = 6_000;
  private static final String FIRST_DAY = "2011-10-15";
  private static final String LAST_DAY = "2011-11-26";

  /** When October and November are over for every event on time. */
  private static final Instant WEEKS_LATER = Instant.parse("2012-02-01T00:00:00Z");

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
    assertThat(rig.rows("SELECT count(*) FROM ops.late_days")).containsExactly("43");

    for (RuntimeExecutionMode runtime :
        List.of(RuntimeExecutionMode.BATCH, RuntimeExecutionMode.STREAMING)) {
      long run = rig.backfill(FIRST_DAY, LAST_DAY, runtime);
      assertThat(rig.rows("SELECT outcome FROM ops.runs WHERE run_id = " + run))
          .containsExactly("FINISHED");
      assertThat(rig.rows("SELECT * FROM ops.late_days")).isEmpty();
      assertThat(rig.rows("SELECT DISTINCT run_id FROM mart.monthly_sales_by_product"))
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

  private void send(FaultRates rates) {
    try (FaultySink sink =
        new FaultySink(KafkaEventSink.connect(KAFKA.bootstrapServers()), rates, 7, fault -> {})) {
      FaultyShop.run(sink, TRANSACTIONS);
      sink.tick(WEEKS_LATER);
    }
  }

  private void runLive() throws Exception {
    String live = rig.startLive();
    rig.awaitAllAccountedFor(live);
    rig.stop(live);
  }

  /** The rows of core and the marts, without when and where their events were received. */
  private Map<String, List<String>> comparable() throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>(rig.marts());
    tables.putAll(rig.core());
    tables.replaceAll(
        (table, rows) ->
            rows.stream()
                .map(row -> row.replaceAll("\"(received_at|kafka_\\w+)\": [^,}]*", ""))
                .sorted()
                .toList());
    return tables;
  }

  private static void assertDataTestsPass(String after) throws SQLException {
    assertThat(DataChecks.run(POSTGRES.as(Roles.READER)))
        .as(after)
        .allSatisfy(result -> assertThat(result.firstViolations()).as(result.claim()).isEmpty())
        .allMatch(CheckResult::passed);
  }
}
