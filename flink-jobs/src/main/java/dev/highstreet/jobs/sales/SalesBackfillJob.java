package dev.highstreet.jobs.sales;

import dev.highstreet.jobs.config.BackfillConfig;
import dev.highstreet.jobs.config.SalesArguments;
import dev.highstreet.jobs.config.SalesConfig;
import dev.highstreet.jobs.mart.BackfillRegistry;
import dev.highstreet.jobs.mart.Database;
import dev.highstreet.jobs.mart.RunStart;
import dev.highstreet.jobs.mart.SetAside;
import dev.highstreet.jobs.source.EventTopics;
import dev.highstreet.jobs.source.FrozenOffsets;
import dev.highstreet.jobs.source.PublishedRevisions;
import dev.highstreet.jobs.source.ReadCounter;
import dev.highstreet.jobs.source.ShopTime;
import dev.highstreet.jobs.source.TransactionLog;
import dev.highstreet.jobs.source.TransactionOffsets;
import dev.highstreet.jobs.source.UploadTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;

/** Replaces the rows of some days by what the topics hold of them now, late events included. */
public final class SalesBackfillJob {
  private static final String JOB = "sales";

  // a producer whose clock is ahead, by a day at most, does not make us stop reading too early
  private static final Duration CLOCK_AHEAD = Duration.ofDays(1);

  private SalesBackfillJob() {}

  /**
   * Submits the job.
   *
   * @param arguments see {@code --help}
   * @throws Exception if the arguments are wrong, the days cannot be replaced now, or Kafka,
   *     Postgres or Flink refuse
   */
  public static void main(String[] arguments) throws Exception {
    Optional<BackfillConfig> config =
        SalesArguments.backfill(SalesBackfillJob.class, arguments, System.getenv(), System.out);
    if (config.isPresent()) {
      SalesConfig sales = config.get().sales();
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(SalesBoundedJob.settings(sales));
      if (!sales.batch()) {
        RunSettings.requireCheckpointDirectory(environment.getConfiguration());
      }
      long runId = define(environment, config.get());
      try {
        environment.execute(
            "Sales backfill of %s to %s (run %d)"
                .formatted(config.get().from(), config.get().to(), runId));
      } catch (Throwable e) { // even an Error, by which the web UI ends a main that it only asks
        BackfillRegistry.fail(sales.database(), runId, String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  /** Announces the run, freezes what it reads, and builds the job; returns the run's id. */
  static long define(StreamExecutionEnvironment environment, BackfillConfig config) {
    SalesConfig sales = config.sales();
    BackfillDays days = new BackfillDays(config.from(), config.to(), sales.zone());
    // receivedAt, and so a record's time, may be before occurredAt, and these two may differ
    Instant from = days.monthsBegin().minus(sales.clocks().skew().multipliedBy(2));
    try (TransactionLog log = TransactionLog.open(sales.kafka())) {
      UploadTopics upload = UploadTopics.of(sales.kafka(), config.upload());
      BackfillRefusals refusals =
          new BackfillRefusals(
              days, sales.clocks(), BackfillRegistry.newestLive(sales.database(), JOB));
      if (upload.isEmpty()) {
        refusals.check(BackfillRefusals.Held.by(log, from));
      } else {
        refusals.checkUpload();
      }
      long runId = announce(sales, days);
      try {
        build(environment, sales, days, runId, log, from, upload);
      } catch (RuntimeException e) {
        BackfillRegistry.fail(sales.database(), runId, String.valueOf(e.getMessage()));
        throw e;
      }
      return runId;
    }
  }

  private static long announce(SalesConfig sales, BackfillDays days) {
    RunStart start =
        new RunStart(
            JOB,
            RunStart.Mode.BACKFILL,
            sales.batch() ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING,
            sales.zone(),
            sales.clocks().lateness(),
            sales.clocks().skew(),
            null,
            null);
    return BackfillRegistry.begin(
        sales.database(),
        start,
        days.first(),
        days.last(),
        BackfillSinks.replacements(sales.zone()));
  }

  private static void build(
      StreamExecutionEnvironment environment,
      SalesConfig sales,
      BackfillDays days,
      long runId,
      TransactionLog log,
      Instant from,
      UploadTopics upload) {
    Database database = sales.database();
    List<SetAside> setAside =
        BackfillRegistry.setAside(database, days.firstOfMonths(), days.lastOfMonths());
    Instant to =
        days.monthsEnd()
            .plus(sales.clocks().lateness())
            .plus(sales.clocks().skew().multipliedBy(2))
            .plus(CLOCK_AHEAD);
    TransactionOffsets offsets = log.between(from, to, last(setAside)).with(upload);
    Map<TopicPartition, Long> published = FrozenOffsets.ends(sales.kafka());
    published.putAll(upload.revisions());
    BackfillRegistry.freeze(
        database,
        runId,
        FrozenOffsets.toJson(offsets.starts()),
        FrozenOffsets.toJson(offsets.ends()));
    int readers = offsets.readers(sales.parallelism());
    SalesStreams streams =
        SalesPipeline.build(
            environment
                .fromSource(
                    EventTopics.transactions(sales.kafka(), offsets),
                    ShopTime.untold(),
                    "Read orders and returns")
                .setParallelism(readers)
                .uid("read-events")
                .map(new ReadCounter())
                .setParallelism(readers)
                .uid("count-read")
                .name("Count what is read"),
            new SalesPipeline.Settings(
                BackfillScope.of(days, sales.clocks(), setAside),
                sales.clocks().withNothingLate(),
                sales.zone(),
                runId,
                PublishedRevisions.before(sales.kafka(), published),
                Pace.batch(),
                SalesMart.all()));
    BackfillSinks.attach(streams, sales, runId, days);
  }

  private static Map<TopicPartition, Long> last(List<SetAside> setAside) {
    Map<TopicPartition, Long> last = new HashMap<>();
    for (SetAside event : setAside) {
      last.merge(new TopicPartition(event.topic(), event.partition()), event.offset(), Math::max);
    }
    return last;
  }
}
