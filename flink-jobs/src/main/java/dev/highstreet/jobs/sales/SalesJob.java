package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.clean.Scope;
import dev.highstreet.jobs.config.SalesArguments;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.mart.RunRegistry;
import dev.highstreet.jobs.mart.RunStart;
import dev.highstreet.jobs.source.EventTopics;
import dev.highstreet.jobs.source.FrozenOffsets;
import dev.highstreet.jobs.source.PublishedRevisions;
import dev.highstreet.jobs.source.ShopTime;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps the sales marts up to date with the stream, for ever. */
public final class SalesJob {
  private SalesJob() {}

  /**
   * Submits the job.
   *
   * @param arguments see {@code --help}
   * @throws Exception if the arguments are wrong, or Kafka, Postgres or Flink refuse
   */
  public static void main(String[] arguments) throws Exception {
    Optional<SalesConfig> config =
        SalesArguments.live(SalesJob.class, arguments, System.getenv(), System.out);
    if (config.isPresent()) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(RunSettings.streaming(config.get()));
      RunSettings.requireCheckpointDirectory(environment.getConfiguration());
      long runId = define(environment, config.get());
      environment.execute("Sales marts, live (run %d)".formatted(runId));
    }
  }

  /** Announces the run and builds the job in the environment; returns the run's id. */
  static long define(StreamExecutionEnvironment environment, SalesConfig config) {
    int readers = FrozenOffsets.readers(FrozenOffsets.ends(config.kafka()), config.parallelism());
    RunStart start =
        new RunStart(
            "sales",
            RunStart.Mode.LIVE,
            RuntimeExecutionMode.STREAMING,
            config.zone(),
            config.clocks().lateness(),
            config.clocks().skew(),
            null,
            null);
    long runId = RunRegistry.begin(config.database(), start);
    SalesStreams streams =
        SalesPipeline.build(
            environment
                .fromSource(
                    EventTopics.live(config.kafka()),
                    ShopTime.strategy(config.clocks()),
                    "Read events")
                .setParallelism(readers)
                .uid("read-events"),
            new SalesPipeline.Settings(
                Scope.everything(),
                config.clocks(),
                config.zone(),
                runId,
                PublishedRevisions.soFar(config.kafka()),
                Pace.live(),
                SalesMart.all()));
    SalesSinks.attachMarts(streams, config, runId);
    SalesSinks.attachWhatHappened(streams, config, runId);
    return runId;
  }
}
