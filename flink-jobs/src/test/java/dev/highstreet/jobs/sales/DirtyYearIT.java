package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.WrittenTables.assertSame;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jobs on a real Kafka, Postgres and Flink, on a simulated year with all faults on. */
class DirtyYearIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  /** Of each kind of fault, so that none is there by chance. */
  private static final long OFTEN = 100;

  private final WrittenTables tables = new WrittenTables(POSTGRES);
  private final SalesTopics topics = new SalesTopics(KAFKA);
  private final SalesRig rig = new SalesRig(KAFKA, POSTGRES, FLINK);

  @Test
  void liveBoundedStreamingAndBatchMakeTheSameOfADirtyYear() throws Exception {
    String live = rig.startLive();
    List<InjectedFault> faults = DirtyYear.play(KAFKA.bootstrapServers());
    assertEachKindOfFaultBefellTransactionsOften(faults);
    rig.awaitAllAccountedFor(live);
    rig.stop(live);
    Map<String, List<String>> expected = common();
    assertThat(expected).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    assertThat(tables.rows("SELECT DISTINCT reason FROM ops.dead_letters"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Reason::name).toList());

    for (RuntimeExecutionMode runtime :
        List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH)) {
      POSTGRES.emptyTables();
      rig.runBounded(runtime);
      assertThat(tables.accountedFor()).as("%s", runtime).isEqualTo(topics.produced());
      assertSame(runtime, common(), expected);
    }
  }

  private static void assertEachKindOfFaultBefellTransactionsOften(List<InjectedFault> faults) {
    List<InjectedFault> ofTransactions =
        faults.stream()
            .filter(fault -> fault.topic() == Topic.ORDERS || fault.topic() == Topic.RETURNS)
            .toList();
    Map<FaultKind, Long> befell =
        ofTransactions.stream()
            .flatMap(fault -> fault.kinds().stream())
            .collect(groupingBy(kind -> kind, counting()));
    assertThat(befell)
        .containsOnlyKeys(FaultKind.values())
        .allSatisfy((kind, times) -> assertThat(times).as("%s", kind).isGreaterThan(OFTEN));
    assertThat(ofTransactions.stream().filter(fault -> fault.outcome() == Outcome.LATE).count())
        .isGreaterThan(OFTEN);
  }

  /**
   * All that does not depend on how a run goes: every row of the marts, of core and of the dead
   * letters, what was late, and what became of the records of each topic.
   *
   * <p>Repeated and behind are one here. A copy is behind if its id has been forgotten by then,
   * which is a matter of how far the watermark has come, and so of the run: in BATCH it comes at
   * the end, and nothing is behind. For the same reason only one kind of {@code ops.late_events} is
   * compared.
   */
  private Map<String, List<String>> common() throws SQLException {
    Map<String, List<String>> common = tables.martsAndCore();
    common.put(
        "ops.dead_letters",
        tables.rows(
            """
            SELECT to_jsonb(l) - 'run_id' - 'updated_at' || jsonb_build_object('bytes', md5(bytes))
            FROM ops.dead_letters AS l ORDER BY 1"""));
    common.put(
        "ops.late_events, LATE",
        tables.rows(
            """
            SELECT to_jsonb(e) - 'run_id' - 'updated_at' || jsonb_build_object('bytes', md5(bytes))
            FROM ops.late_events AS e WHERE kind = 'LATE' ORDER BY 1"""));
    common.put(
        "ops.run_counts",
        tables.rows(
            """
            SELECT topic, CASE outcome WHEN 'BEHIND' THEN 'REPEATED' ELSE outcome END, reason, sum(events), sum(lines)
            FROM ops.run_counts GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"""));
    return common;
  }
}
