package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.platform.FlinkRestException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live sales job on the platform of this process: submitted, followed to a point, stopped. */
public final class LiveSales {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSales.class);
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_STOP = Duration.ofMinutes(2);
  private static final Duration TO_STOP_ON_SIGNAL = Duration.ofMillis(1_500);
  private static final Duration WAITING = Duration.ofMillis(100);
  private static final Duration FOLLOWING = Duration.ofSeconds(1);

  private final LocalPlatform platform;
  private final DataDirectory data;
  private final Runs runs;
  private final String jobId;
  private final long runId;
  private final TopicOffsets start;
  private final JobWatch watch;

  private LiveSales(LocalPlatform platform, DataDirectory data, String jobId, TopicOffsets start) {
    this.platform = platform;
    this.data = data;
    this.jobId = jobId;
    this.start = start;
    this.runs = new Runs(platform.databases());
    this.runId = runs.newestLive();
    this.watch = new JobWatch(platform.flink(), jobId, JobWatch.Patience.USUAL);
  }

  /**
   * Submits the job and waits until it runs. It goes on from where it was stopped cleanly; after a
   * kill it begins with the first record.
   */
  public static LiveSales begin(
      Surroundings surroundings, LocalPlatform platform, JobOptions options) {
    DataDirectory data = platform.data();
    Runs runs = new Runs(platform.databases());
    if (platform.isAlone()) {
      runs.endAllAbandoned();
    }
    SalesJobs jobs =
        new SalesJobs(
            platform.flink(),
            surroundings.home(),
            platform.addresses().kafka(),
            platform.databases().writer(),
            options.zone(),
            options.parallelism());
    Optional<ResumePoint> resume = resumePoint(surroundings, platform, runs);
    String jobId = jobs.submitLive(resume.map(ResumePoint::savepoint));
    TopicOffsets start =
        resume.map(ResumePoint::offsets).orElseGet(() -> TopicOffsets.beginnings(platform.kafka()));
    LiveSales live = new LiveSales(platform, data, jobId, start);
    if (resume.isPresent()) {
      runs.setStart(live.runId, start);
    }
    platform.beforeStop(live::endOnSignal);
    try {
      platform.flink().awaitRunning(jobId, TO_START);
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo("the sales job does not start: " + e.getMessage(), e);
    }
    return live;
  }

  private static Optional<ResumePoint> resumePoint(
      Surroundings surroundings, LocalPlatform platform, Runs runs) {
    Optional<ResumePoint> left =
        ResumePoint.read(platform.data().resumePoint()).filter(ResumePoint::isThere);
    Optional<ResumePoint> ours =
        left.filter(point -> point.whose().equals(origin(platform)) && runs.has(point.run()));
    if (left.isPresent() && ours.isEmpty()) {
      surroundings
          .err()
          .println(
              "The last savepoint is of another Kafka or database: the job begins with the first record.");
    }
    return ours;
  }

  private static ResumePoint.Origin origin(LocalPlatform platform) {
    return new ResumePoint.Origin(
        TopicOffsets.clusterId(platform.kafka()), platform.databaseName());
  }

  /** The run, as {@code ops.runs} numbers it. */
  public long runId() {
    return runId;
  }

  /** Records of each topic that the run has to account for, by what Kafka holds now. */
  public Map<String, Long> produced() {
    return start.recordsUpTo(TopicOffsets.ends(platform.kafka()));
  }

  /** What the run has counted so far; empty while the database does not answer. */
  public Optional<Ledger> ledger() {
    try {
      return Optional.of(Ledger.read(platform.databases().reader().connections(), runId));
    } catch (SQLException e) {
      LOG.warn("The ledger cannot be read now", e);
      return Optional.empty();
    }
  }

  /**
   * Shows how things stand, for as long as the job gets on.
   *
   * @throws CommandException if the job has ended, or will not get on
   * @throws CancellationException if the thread is interrupted
   */
  public void follow(Consumer<Ledger> status) {
    while (true) {
      Optional<Ledger> soFar = ledger();
      soFar.ifPresent(status);
      watch(soFar, produced());
      pause(FOLLOWING);
    }
  }

  /**
   * Waits until every record is accounted for.
   *
   * @param produced records of each topic
   * @param progress told what is counted so far, about ten times a second
   * @throws CommandException if the job will not get there
   */
  public void awaitAccounted(Map<String, Long> produced, Consumer<Ledger> progress) {
    while (true) {
      Optional<Ledger> soFar = ledger();
      soFar.ifPresent(progress);
      if (soFar.isPresent() && soFar.get().accountsFor(produced)) {
        return;
      }
      watch(soFar, produced);
      pause(WAITING);
    }
  }

  private void watch(Optional<Ledger> soFar, Map<String, Long> produced) {
    watch.look(
        soFar.map(Ledger::records).orElse(0L),
        soFar.map(ledger -> !ledger.accountsFor(produced)).orElse(true));
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /**
   * Stops the job at a savepoint, from which a later platform goes on. Postgres then shows exactly
   * what the savepoint holds.
   */
  public void stop() {
    try {
      stop(TO_STOP);
    } catch (FlinkRestException | IOException e) {
      throw CommandException.answerIsNo(
          "the sales job did not stop at a savepoint: " + e.getMessage(), e);
    }
  }

  private void stop(Duration within) throws FlinkRestException, IOException {
    String savepoint = platform.flink().stopWithSavepoint(jobId, within);
    runs.end(runId, "STOPPED");
    TopicOffsets ends = TopicOffsets.ends(platform.kafka());
    if (ledger().filter(all -> all.accountsFor(start.recordsUpTo(ends))).isPresent()) {
      new ResumePoint(origin(platform), runId, savepoint, ends)
          .replace(data.resumePoint(), data.flink());
    }
    // else somebody goes on sending: the next job begins where the last clean stop was
  }

  /** Only a job that has read everything is worth a savepoint in the little time there is. */
  private void endOnSignal() {
    try {
      if (ledger().filter(soFar -> soFar.accountsFor(produced())).isPresent()) {
        stop(TO_STOP_ON_SIGNAL);
      } else {
        runs.end(runId, "CANCELLED");
      }
    } catch (FlinkRestException | IOException | RuntimeException e) {
      LOG.warn("The sales job was not stopped cleanly; it will begin with the first record", e);
    }
  }
}
