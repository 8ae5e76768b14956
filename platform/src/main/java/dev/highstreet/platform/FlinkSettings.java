package dev.highstreet.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * What the embedded Flink cluster is told. Jobs find checkpointing and restarts configured here, as
 * they would on any cluster.
 */
final class FlinkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private FlinkSettings() {}

  static Configuration of(Path dataDir, int restPort) {
    Configuration settings = new Configuration();
    web(settings, dataDir, restPort);
    memory(settings);
    checkpoints(settings, dataDir);
    restarts(settings);
    settings.set(CoreOptions.TMP_DIRS, EmbeddedFlink.temporary(dataDir).toString());
    return settings;
  }

  private static void web(Configuration settings, Path dataDir, int restPort) {
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.PORT, restPort);
    settings.set(RestOptions.BIND_PORT, Integer.toString(restPort));
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(WebOptions.SUBMIT_ENABLE, true);
    settings.set(WebOptions.CANCEL_ENABLE, true);
    settings.set(WebOptions.UPLOAD_DIR, EmbeddedFlink.uploads(dataDir).toString());
    settings.set(WebOptions.TMP_DIR, EmbeddedFlink.temporary(dataDir).toString());
  }

  /** The heap is the process's own; these are what Flink takes beside it, in use or not. */
  private static void memory(Configuration settings) {
    MemorySize network = MemorySize.ofMebiBytes(64);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
  }

  /** In files: the default storage, the JobManager's heap, refuses more than 5 MB of state. */
  private static void checkpoints(Configuration settings, Path dataDir) {
    settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        EmbeddedFlink.checkpoints(dataDir).toUri().toString());
    settings.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY,
        EmbeddedFlink.savepoints(dataDir).toUri().toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    settings.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ofSeconds(2));
  }

  /** For ever, at growing intervals: a database that restarts is waited for. */
  private static void restarts(Configuration settings) {
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofMinutes(1));
  }
}
