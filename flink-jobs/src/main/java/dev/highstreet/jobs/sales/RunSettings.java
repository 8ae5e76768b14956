package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.config.SalesConfig;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;

/** How Flink is told to run the sales jobs; the rest is the cluster's configuration. */
final class RunSettings {
  private static final int TOLERABLE_FAILURES = 30;

  private RunSettings() {}

  /** For a live run, or a bounded one in STREAMING. */
  static Configuration streaming(SalesConfig config) {
    Configuration settings = common(config);
    settings.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(config.checkpointMillis()));
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // where nothing can be written a restart would not help, and rows would stand still;
    // after five minutes at the usual pace somebody must be told
    settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERABLE_FAILURES);
    // everything is shown before the barrier, so no record may be overtaken by it
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    return settings;
  }

  /**
   * Refuses to run in STREAMING without a place for checkpoints: by default they stay in the job
   * manager's memory, and a job whose state outgrows 5 MB there restarts for ever.
   *
   * @param settings the cluster's, with the job's own
   * @throws IllegalArgumentException if none is set
   */
  static void requireCheckpointDirectory(ReadableConfig settings) {
    if (settings.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not set: without it checkpoints stay in the job manager's memory, which takes 5 MB; set it in the cluster's configuration, to a directory that all its machines see"
              .formatted(CheckpointingOptions.CHECKPOINTS_DIRECTORY.key()));
    }
  }

  /** For a bounded run in BATCH. */
  static Configuration batch(SalesConfig config) {
    Configuration settings = common(config);
    settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    return settings;
  }

  private static Configuration common(SalesConfig config) {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
    // a database that restarts comes back within a minute or so;
    // a lasting fault shows as a failed job
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(20));
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofMinutes(5));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 30);
    // the shop's clock may run a year in minutes: at 200 ms a watermark would come every few hours
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    return settings;
  }
}
