package dev.highstreet.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlinkExtensionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  @Test
  void jobRunsOnTheSharedClusterToItsEnd() throws Exception {
    StreamExecutionEnvironment env = FLINK.environment(2);
    numbersUpTo(env, 10);
    FLINK.run(env);
    assertThat(FLINK.rest().jobs())
        .anySatisfy(job -> assertThat(job.status()).isEqualTo(JobStatus.FINISHED));
  }

  @Test
  void jobGoesOnFromASavepoint() throws Exception {
    StreamExecutionEnvironment first = FLINK.environment(2);
    numbersUpTo(first, Long.MAX_VALUE - 1);
    JobClient running = FLINK.submit(first);
    FLINK.rest().awaitRunning(running.getJobID().toHexString(), PATIENCE);
    String savepoint = running.stopWithSavepoint(false, null, SavepointFormatType.CANONICAL).get();

    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    StreamExecutionEnvironment second = FLINK.environment(2, restored);
    numbersUpTo(second, Long.MAX_VALUE - 1);
    JobClient resumed = FLINK.submit(second);
    FLINK.rest().awaitRunning(resumed.getJobID().toHexString(), PATIENCE);
    assertThat(restoredFrom(resumed)).isEqualTo(savepoint);
    resumed.cancel().get();
  }

  private static String restoredFrom(JobClient job) throws Exception {
    return FLINK
        .miniCluster()
        .getExecutionGraph(job.getJobID())
        .get()
        .getCheckpointStatsSnapshot()
        .getLatestRestoredCheckpoint()
        .getExternalPath();
  }

  private static void numbersUpTo(StreamExecutionEnvironment env, long last) {
    env.fromSource(new NumberSequenceSource(0, last), WatermarkStrategy.noWatermarks(), "Numbers")
        .uid("numbers")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }
}
