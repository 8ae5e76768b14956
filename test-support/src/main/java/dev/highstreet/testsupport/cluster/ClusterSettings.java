package dev.highstreet.testsupport.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** {@code conf/} of a cluster on loopback: what a distribution's scripts would have worked out. */
final class ClusterSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private ClusterSettings() {}

  /** Writes {@code config.yaml} and the log's settings into a directory, which is made. */
  static void write(Path directory, Path dataDir, int rpcPort, int restPort, int slots)
      throws IOException {
    Configuration settings = new Configuration();
    addresses(settings, rpcPort, restPort);
    memory(settings, slots);
    files(settings, dataDir);
    recovery(settings);
    Files.createDirectories(directory);
    Files.write(
        directory.resolve("config.yaml"),
        ConfigurationUtils.convertConfigToWritableLines(settings, true));
    Files.writeString(
        directory.resolve("log4j2.properties"),
        """
        appender.console.type = Console
        appender.console.name = console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
        rootLogger.level = INFO
        rootLogger.appenderRef.console.ref = console
        """);
  }

  private static void addresses(Configuration settings, int rpcPort, int restPort) {
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.PORT, rpcPort);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.PORT, restPort);
    settings.set(RestOptions.BIND_PORT, Integer.toString(restPort));
    settings.set(WebOptions.SUBMIT_ENABLE, true);
    settings.set(WebOptions.CANCEL_ENABLE, true);
  }

  /** A TaskManager that no script starts wants every size, with nothing left to derive. */
  private static void memory(Configuration settings, int slots) {
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
    settings.set(TaskManagerOptions.CPU_CORES, 2.0);
    settings.set(TaskManagerOptions.FRAMEWORK_HEAP_MEMORY, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.TASK_HEAP_MEMORY, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.FRAMEWORK_OFF_HEAP_MEMORY, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.TASK_OFF_HEAP_MEMORY, MemorySize.ofMebiBytes(64));
    // a job in BATCH sorts 16 MiB of what leaves each step
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
    settings.set(TaskManagerOptions.JVM_METASPACE, MemorySize.ofMebiBytes(192));
    settings.set(TaskManagerOptions.JVM_OVERHEAD_MIN, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.JVM_OVERHEAD_MAX, MemorySize.ofMebiBytes(128));
  }

  private static void files(Configuration settings, Path dataDir) {
    settings.set(CoreOptions.TMP_DIRS, dataDir.resolve("tmp").toString());
    settings.set(WebOptions.TMP_DIR, dataDir.resolve("web").toString());
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        dataDir.resolve("checkpoints").toUri().toString());
    settings.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, dataDir.resolve("savepoints").toUri().toString());
  }

  /**
   * A killed TaskManager is missed at the second heartbeat that finds its port closed; a killed
   * JobManager when none has come for so long.
   */
  private static void recovery(Configuration settings) {
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
    settings.set(HeartbeatManagerOptions.HEARTBEAT_RPC_FAILURE_THRESHOLD, 2);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(15));
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(500));
  }
}
