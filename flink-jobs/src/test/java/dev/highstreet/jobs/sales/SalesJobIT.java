package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.highstreet.platform.Topics;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jobs on a real Kafka, Postgres and Flink, fed with a recorded file. */
class SalesJobIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final Path SAMPLE = Path.of("../samples/corner-shop.csv");
  private static final Path REAL_FILE =
      Path.of("../../shared/data/online-retail/online-retail.csv.gz");

  @TempDir private Path scratch;
  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void liveBoundedStreamingAndBatchWriteTheSameRows() throws Exception {
    allWriteTheSameRows(
        SAMPLE, List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH));
  }

  @Test
  void liveAndBatchWriteTheSameRowsOfARealYear() throws Exception {
    assumeTrue(
        Files.exists(REAL_FILE),
        "skipped: the Online Retail file is not beside the checkout, at shared/data/online-retail");
    allWriteTheSameRows(REAL_FILE, List.of(RuntimeExecutionMode.BATCH));
  }

  @Test
  void eachReaderOfALiveJobHasAPartitionHoweverParallelTheJobIs() {
    assertThat(rig.readersOfLive(1)).isEqualTo(1);
    assertThat(rig.readersOfLive(Topics.PARTITIONS + 1)).isEqualTo(Topics.PARTITIONS);
  }

  private void allWriteTheSameRows(Path file, List<RuntimeExecutionMode> runtimes)
      throws Exception {
    String live = rig.startLive();
    replay(file);
    rig.awaitAllAccountedFor(live);
    rig.stop(live);
    Map<String, List<String>> marts = rig.marts();
    Map<String, List<String>> core = rig.core();
    assertThat(marts.values()).noneMatch(List::isEmpty);
    assertThat(core.values()).noneMatch(List::isEmpty);

    for (RuntimeExecutionMode runtime : runtimes) {
      POSTGRES.emptyTables();
      rig.runBounded(runtime);
      assertThat(rig.accountedFor()).as("%s", runtime).isEqualTo(rig.produced());
      assertSame(rig.marts(), marts);
      assertSame(rig.core(), core);
    }
  }

  @Test
  void secondReplayIntoAResumedJobChangesNoMartAndIsAllRepeatedOrBehind() throws Exception {
    String first = rig.startLive();
    replay(SAMPLE);
    rig.awaitAllAccountedFor(first);
    String savepoint = rig.stop(first);
    Map<String, List<String>> marts = rig.marts();
    Map<String, Long> producedOnce = rig.produced();

    String second = rig.startLiveFrom(savepoint);
    replay(SAMPLE);
    rig.awaitAccountedFor(second, producedOnce);
    rig.stop(second);

    assertSame(rig.marts(), marts);
    assertThat(rig.outcomes()).containsOnlyKeys("REPEATED", "BEHIND");
  }

  /** Table by table, so that a difference is one that can be read. */
  private static void assertSame(
      Map<String, List<String>> tables, Map<String, List<String>> expected) {
    assertThat(tables).containsOnlyKeys(expected.keySet());
    tables.forEach(
        (table, rows) -> {
          List<String> missing = new ArrayList<>(expected.get(table));
          missing.removeAll(new HashSet<>(rows));
          List<String> extra = new ArrayList<>(rows);
          extra.removeAll(new HashSet<>(expected.get(table)));
          assertThat(missing).as("missing in %s", table).isEmpty();
          assertThat(extra).as("extra in %s", table).isEmpty();
          assertThat(rows).as(table).hasSameSizeAs(expected.get(table));
        });
  }

  private void replay(Path file) throws Exception {
    try (KafkaEventSink sink = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      Replay.open(ReplayOptions.of(file, scratch.resolve("rejects.csv"))).run(sink, progress -> {});
    }
  }
}
