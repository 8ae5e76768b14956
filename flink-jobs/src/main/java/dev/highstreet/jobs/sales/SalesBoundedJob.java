package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.Scope;
import dev.highstreet.jobs.config.BoundedConfig;
import dev.highstreet.jobs.config.SalesArguments;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.mart.RunRegistry;
import dev.highstreet.jobs.mart.RunStart;
import dev.highstreet.jobs.source.EventTopics;
import dev.highstreet.jobs.source.FrozenOffsets;
import dev.highstreet.jobs.source.PublishedRevisions;
import dev.highstreet.jobs.source.ShopTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;

/** Brings the sales marts to where the topics end now, and ends. */
public final class SalesBoundedJob {
  private SalesBoundedJob() {}

  /**
   * Submits the job.
   *
   * @param arguments see {@code --help}
   * @throws Exception if the arguments are wrong, or Kafka, Postgres or Flink refuse
   */
  public static void main(String[] arguments) throws Exception {
    Optional<BoundedConfig> config =
        SalesArguments.bounded(SalesBoundedJob.class, arguments, System.getenv(), System.out);
    if (config.isPresent()) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(settings(config.get().sales()));
      if (!config.get().sales().batch()) {
        RunSettings.requireCheckpointDirectory(environment.getConfiguration());
      }
      long runId = define(environment, config.get());
      environment.execute("Sales marts, bounded (run %d)".formatted(runId));
    }
  }

  static Configuration settings(SalesConfig config) {
    return config.batch() ? RunSettings.batch(config) : RunSettings.streaming(config);
  }

  /** Freezes where the topics end, announces the run and builds the job; returns the run's id. */
  static long define(StreamExecutionEnvironment environment, BoundedConfig bounded) {
    SalesConfig config = bounded.sales();
    List<SalesMart> marts = SalesMart.named(bounded.marts());
    Map<TopicPartition, Long> ends = FrozenOffsets.ends(config.kafka());
    RunStart start =
        new RunStart(
            "sales",
            RunStart.Mode.BOUNDED,
            config.batch() ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING,
            config.zone(),
            config.clocks().lateness(),
            config.clocks().skew(),
            null,
            FrozenOffsets.toJson(ends));
    long runId = RunRegistry.begin(config.database(), start);
    SalesStreams streams =
        SalesPipeline.build(
            environment
                .fromSource(
                    EventTopics.bounded(config.kafka(), ends),
                    ShopTime.strategy(config.clocks()),
                    "Read events")
                .setParallelism(FrozenOffsets.readers(ends, config.parallelism()))
                .uid("read-events"),
            new SalesPipeline.Settings(
                Scope.everything(),
                config.clocks(),
                config.zone(),
                runId,
                PublishedRevisions.before(config.kafka(), ends),
                config.batch() ? Pace.batch() : Pace.bounded(),
                marts));
    SalesSinks.attachMarts(streams, config, runId);
    if (bounded.marts().isEmpty()) {
      SalesSinks.attachWhatHappened(streams, config, runId);
    }
    return runId;
  }
}
