package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.config.BackfillConfig;
import dev.highstreet.jobs.config.BoundedConfig;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;

/** Starts and stops the jobs on a real Kafka, Postgres and Flink. */
final class SalesRig {
  /** How long a job may take before a test gives up on it. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int PARALLELISM = 2;

  private final KafkaExtension kafka;
  private final PostgresExtension postgres;
  private final FlinkExtension flink;
  private final SalesTopics topics;
  private final WrittenTables tables;
  private final JobWatch watch;

  SalesRig(KafkaExtension kafka, PostgresExtension postgres, FlinkExtension flink) {
    this.kafka = kafka;
    this.postgres = postgres;
    this.flink = flink;
    this.topics = new SalesTopics(kafka);
    this.tables = new WrittenTables(postgres);
    this.watch = new JobWatch(flink);
  }

  /** Starts the live job; returns its id. */
  String startLive() throws Exception {
    SalesConfig config = config(false, PARALLELISM);
    return startLive(config, RunSettings.streaming(config));
  }

  /** How many instances read in a live job of so many instances of each operator. */
  int readersOfLive(int parallelism) {
    SalesConfig config = config(false, parallelism);
    StreamExecutionEnvironment environment =
        flink.environment(parallelism, RunSettings.streaming(config));
    SalesJob.define(environment, config);
    return environment.getStreamGraph().getStreamNodes().stream()
        .filter(node -> node.getOperatorName().contains("Read events"))
        .mapToInt(StreamNode::getParallelism)
        .max()
        .orElseThrow();
  }

  /** Starts the live job from a savepoint; returns its id. */
  String startLiveFrom(String savepoint) throws Exception {
    SalesConfig config = config(false, PARALLELISM);
    Configuration settings = RunSettings.streaming(config);
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    return startLive(config, settings);
  }

  private String startLive(SalesConfig config, Configuration settings) throws Exception {
    StreamExecutionEnvironment environment = flink.environment(config.parallelism(), settings);
    SalesJob.define(environment, config);
    return flink.submit(environment).getJobID().toHexString();
  }

  /** Runs the bounded job to its end, for these marts alone if some are named. */
  void runBounded(RuntimeExecutionMode runtime, String... marts) throws Exception {
    SalesConfig config = config(runtime == RuntimeExecutionMode.BATCH, PARALLELISM);
    StreamExecutionEnvironment environment =
        flink.environment(PARALLELISM, SalesBoundedJob.settings(config));
    SalesBoundedJob.define(environment, new BoundedConfig(config, List.of(marts)));
    flink.run(environment);
  }

  /** Runs a backfill to its end; returns its run. */
  long backfill(String from, String to, RuntimeExecutionMode runtime) throws Exception {
    return backfill(from, to, runtime, Optional.empty());
  }

  /** Runs a backfill, which reads an upload, too, to its end; returns its run. */
  long backfill(String from, String to, RuntimeExecutionMode runtime, Optional<String> upload)
      throws Exception {
    Backfill backfill = defineBackfill(from, to, runtime, upload);
    flink.run(backfill.environment());
    return backfill.runId();
  }

  /** Starts a backfill in BATCH; returns its job. */
  String startBackfill(String from, String to) throws Exception {
    return flink
        .submit(
            defineBackfill(from, to, RuntimeExecutionMode.BATCH, Optional.empty()).environment())
        .getJobID()
        .toHexString();
  }

  /** A backfill that is announced, and not submitted. */
  private record Backfill(StreamExecutionEnvironment environment, long runId) {}

  private Backfill defineBackfill(
      String from, String to, RuntimeExecutionMode runtime, Optional<String> upload) {
    SalesConfig config = config(runtime == RuntimeExecutionMode.BATCH, PARALLELISM);
    StreamExecutionEnvironment environment =
        flink.environment(PARALLELISM, SalesBoundedJob.settings(config));
    long runId =
        SalesBackfillJob.define(
            environment,
            new BackfillConfig(config, LocalDate.parse(from), LocalDate.parse(to), upload));
    return new Backfill(environment, runId);
  }

  /** Cancels a job and waits until it has ended. */
  void cancel(String job, Duration within) throws FlinkRestException {
    flink.rest().cancel(job, within);
  }

  /** Waits until the newest run has accounted for every record in the topics it reads. */
  void awaitAllAccountedFor(String job) throws Exception {
    awaitAccountedFor(job, topics.produced());
  }

  /** Waits until the newest run has accounted for so many records of each topic. */
  void awaitAccountedFor(String job, Map<String, Long> produced) throws Exception {
    Eventually.wait(
        PATIENCE,
        "all records to be accounted for",
        () -> tables.accountedFor().equals(produced),
        () ->
            "produced %s, accounted for %s. %s"
                .formatted(produced, tables.accountedFor(), watch.cause(job)));
  }

  /** Stops the job with a savepoint, after which all it knows is in Postgres; returns the path. */
  String stop(String job) throws FlinkRestException {
    return flink.rest().stopWithSavepoint(job, PATIENCE);
  }

  private SalesConfig config(boolean batch, int parallelism) {
    return new SalesConfig(
        kafka.bootstrapServers(),
        new Database(postgres.url(), Roles.WRITER, ""),
        ZoneId.of("Europe/London"),
        new Clocks(Duration.ofDays(2), Duration.ofMinutes(5)),
        parallelism,
        2_000,
        batch);
  }
}
