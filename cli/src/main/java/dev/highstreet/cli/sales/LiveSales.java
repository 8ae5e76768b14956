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

/**
 * The live sales job on the platform of this process: submitted, followed to a point, stopped. A
 * job on a cluster elsewhere, which does not end with this process, is cancelled if it comes to
 * anything else.
 */
public final class LiveSales implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSales.class);
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_STOP = Duration.ofMinutes(2);
  private static final Duration TO_STOP_ON_SIGNAL = Duration.ofMillis(1_500);
  private static final Duration TO_CANCEL = Duration.ofSeconds(30);
  private static final Duration TO_CANCEL_ON_SIGNAL = Duration.ofMillis(1_500);
  private static final Duration WAITING = Duration.ofMillis(100);
  private static final Duration FOLLOWING = Duration.ofSeconds(1);

  private final LocalPlatform platform;
  private final DataDirectory data;
  private final Runs runs;
  private final String jobId;
  private final long runId;
  private final TopicOffsets start;
  private final JobWatch watch;
  private volatile boolean stopped;

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
   *
   * @throws CommandException if it does not come to run; it is left on no cluster then
   */
  public static LiveSales begin(
      Surroundings surroundings, LocalPlatform platform, JobOptions options) {
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
    LiveSales live = attached(platform, jobId, resume);
    try {
      if (resume.isPresent()) {
        runs.setStart(live.runId, live.start);
      }
      platform.beforeStop(live::endOnSignal);
      live.awaitRunning();
    } catch (RuntimeException e) {
      live.cancelIfElsewhere(); // even on a signal, which may have come before it was listened to
      throw e;
    }
    return live;
  }

  private static LiveSales attached(
      LocalPlatform platform, String jobId, Optional<ResumePoint> resume) {
    try {
      TopicOffsets start =
          resume
              .map(ResumePoint::offsets)
              .orElseGet(() -> TopicOffsets.beginnings(platform.kafka()));
      return new LiveSales(platform, platform.data(), jobId, start);
    } catch (RuntimeException e) {
      boolean unused = isCancelled(platform, jobId, TO_CANCEL);
      throw e;
    }
  }

  private void awaitRunning() {
    try {
      platform.flink().awaitRunning(jobId, TO_START);
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo("the sales job does not start: " + e.getMessage(), e);
    }
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
    stopped = true;
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
      }
    } catch (FlinkRestException | IOException | RuntimeException e) {
      LOG.warn("The sales job was not stopped cleanly", e);
    }
    cancel(TO_CANCEL_ON_SIGNAL);
  }

  /**
   * Ends what was not stopped and would outlive this process. A signal is left to {@link
   * #endOnSignal}, which may be taking a savepoint; an embedded cluster takes its job with it.
   */
  @Override
  public void close() {
    if (!platform.isSignalled()) {
      cancelIfElsewhere();
    }
  }

  private void cancelIfElsewhere() {
    if (!platform.flinkIsHere()) {
      cancel(TO_CANCEL);
    }
  }

  private void cancel(Duration within) {
    if (stopped || !isCancelled(platform, jobId, within)) {
      return;
    }
    try {
      runs.end(runId, "CANCELLED");
    } catch (RuntimeException e) {
      LOG.warn("Run {} is not marked as cancelled", runId, e);
    }
  }

  /** Whether the job has ended, or will with the embedded cluster that it runs on. */
  private static boolean isCancelled(LocalPlatform platform, String jobId, Duration within) {
    if (platform.flinkIsHere()) {
      return true;
    }
    boolean interrupted = Thread.interrupted(); // with it, no request would be sent
    try {
      platform.flink().cancel(jobId, within);
      return true;
    } catch (FlinkRestException e) {
      LOG.warn("Job {} may still run on {}", jobId, platform.addresses().flink(), e);
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
