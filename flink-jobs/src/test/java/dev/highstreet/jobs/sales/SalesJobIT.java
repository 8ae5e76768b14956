package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.WrittenTables.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.platform.Topics;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jobs on a real Kafka, Postgres and Flink, fed with a recorded file. */
class SalesJobIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final Path SAMPLE = Path.of("../samples/corner-shop.csv");

  @TempDir private Path scratch;
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
  void liveBoundedStreamingAndBatchWriteTheSameRows() throws Exception {
    String live = rig.startLive();
    replaySample();
    rig.awaitAllAccountedFor(live);
    rig.stop(live);
    Map<String, List<String>> marts = tables.marts();
    Map<String, List<String>> core = tables.core();
    assertThat(marts.values()).noneMatch(List::isEmpty);
    assertThat(core.values()).noneMatch(List::isEmpty);

    for (RuntimeExecutionMode runtime :
        List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH)) {
      POSTGRES.emptyTables();
      rig.runBounded(runtime);
      assertThat(tables.accountedFor()).as("%s", runtime).isEqualTo(topics.produced());
      assertSame(runtime, tables.marts(), marts);
      assertSame(runtime, tables.core(), core);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STREAMING", "BATCH"})
  void boundedJobWritesNothingButTheMartsItIsAskedFor(RuntimeExecutionMode runtime)
      throws Exception {
    replaySample();
    rig.runBounded(runtime);
    Map<String, List<String>> all = tables.martsAndCore();

    POSTGRES.emptyTables();
    rig.runBounded(runtime, "daily_sales_by_product", "monthly_sales");

    Map<String, List<String>> some = tables.martsAndCore();
    assertThat(tables.accountedFor()).isEqualTo(topics.produced());
    assertThat(some.keySet().stream().filter(table -> !some.get(table).isEmpty()))
        .containsExactlyInAnyOrder("mart.daily_sales_by_product", "mart.monthly_sales");
    some.values().removeIf(List::isEmpty);
    all.keySet().retainAll(some.keySet());
    assertSame(runtime, some, all);
  }

  @Test
  void eachReaderOfALiveJobHasAPartitionHoweverParallelTheJobIs() {
    assertThat(rig.readersOfLive(1)).isEqualTo(1);
    assertThat(rig.readersOfLive(Topics.PARTITIONS + 1)).isEqualTo(Topics.PARTITIONS);
  }

  @Test
  void secondReplayIntoAResumedJobChangesNoMartAndIsAllRepeatedOrBehind() throws Exception {
    String first = rig.startLive();
    replaySample();
    rig.awaitAllAccountedFor(first);
    String savepoint = rig.stop(first);
    Map<String, List<String>> marts = tables.marts();
    Map<String, Long> producedOnce = topics.produced();

    String second = rig.startLiveFrom(savepoint);
    replaySample();
    rig.awaitAccountedFor(second, producedOnce);
    rig.stop(second);

    assertSame("resumed", tables.marts(), marts);
    assertThat(tables.outcomes()).containsOnlyKeys("REPEATED", "BEHIND");
  }

  private void replaySample() throws Exception {
    try (KafkaEventSink sink = KafkaEventSink.connect(KAFKA.bootstrapServers())) {
      Replay.open(ReplayOptions.of(SAMPLE, scratch.resolve("rejects.csv")))
          .run(sink, progress -> {});
    }
  }
}
