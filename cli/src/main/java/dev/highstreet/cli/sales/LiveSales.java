package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.platform.FlinkRestException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The live sales job on the platform of this process: submitted, followed to a point, stopped. A
 * job on a cluster elsewhere, which does not end with this process, is cancelled if it comes to
 * anything else.
 */
public final class LiveSales implements AutoCloseable {
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration WAITING = Duration.ofMillis(100);
  private static final Duration FOLLOWING = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final LocalPlatform platform;
  private final LiveEnd end;
  private final Runs runs;
  private volatile LiveRun run;

  private LiveSales(
      Surroundings surroundings, LocalPlatform platform, LiveJob job, TopicOffsets start) {
    this.surroundings = surroundings;
    this.platform = platform;
    this.end = new LiveEnd(platform);
    this.runs = new Runs(platform.databases());
    this.run = new LiveRun(platform, job, start);
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
    SalesJobs jobs = SalesJobs.on(platform, surroundings, options);
    Optional<ResumePoint> resume = resumePoint(surroundings, platform, runs);
    String jobId = jobs.submitLive(resume.map(ResumePoint::savepoint));
    LiveSales live = attached(surroundings, platform, jobId, resume);
    try {
      resume.ifPresent(point -> runs.setStart(live.runId(), point.offsets()));
      platform.beforeStop(() -> live.end.onSignal(live.run));
      live.awaitRunning();
    } catch (RuntimeException e) {
      live.end.cancelIfElsewhere(
          live.run); // even on a signal, which may have come before it was listened to
      throw e;
    }
    return live;
  }

  private static LiveSales attached(
      Surroundings surroundings,
      LocalPlatform platform,
      String jobId,
      Optional<ResumePoint> resume) {
    try {
      TopicOffsets start =
          resume
              .map(ResumePoint::offsets)
              .orElseGet(() -> TopicOffsets.beginnings(platform.kafka()));
      long run = new Runs(platform.databases()).newestLive();
      return new LiveSales(surroundings, platform, new LiveJob(jobId, run), start);
    } catch (RuntimeException e) {
      new LiveEnd(platform).abandon(jobId);
      throw e;
    }
  }

  private void awaitRunning() {
    try {
      platform.flink().awaitRunning(run.job().id(), TO_START);
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo("the sales job does not start: " + e.getMessage(), e);
    }
  }

  private static Optional<ResumePoint> resumePoint(
      Surroundings surroundings, LocalPlatform platform, Runs runs) {
    Optional<ResumePoint> left =
        ResumePoint.read(platform.data().resumePoint()).filter(ResumePoint::isThere);
    Optional<ResumePoint> ours =
        left.filter(
            point -> point.whose().equals(Stopping.on(platform).origin()) && runs.has(point.run()));
    if (left.isPresent() && ours.isEmpty()) {
      surroundings
          .err()
          .println(
              "The last savepoint is of another Kafka or database: the job begins with the first record.");
    }
    return ours;
  }

  /** The run, as {@code ops.runs} numbers it. */
  public long runId() {
    return run.job().run();
  }

  /** Records of each topic that the run has to account for, by what Kafka holds now. */
  public Map<String, Long> produced() {
    return run.produced();
  }

  /** What the run has counted so far; empty while the database does not answer. */
  public Optional<Ledger> ledger() {
    return run.ledger();
  }

  /**
   * Shows how things stand, for as long as the job gets on. Where somebody ends it, by the command
   * that stops it or on Flink's pages, the platform stays up, and the next live job is followed.
   *
   * @throws CommandException if the job has failed, or will not get on
   * @throws CancellationException if the thread is interrupted
   */
  public void follow(Consumer<Ledger> status) {
    while (true) {
      Optional<Ledger> soFar = ledger();
      soFar.ifPresent(status);
      Optional<Ending> ending = run.look(soFar, produced());
      if (ending.isPresent() && !platform.isSignalled()) { // a signal ends it, too
        awaitNext(ending.get());
      }
      pause(FOLLOWING);
    }
  }

  private void awaitNext(Ending ending) {
    run.end();
    runs.end(runId(), ending); // unless whoever ended it has said so
    surroundings
        .err()
        .printf(
            "The sales job was %s. The platform stays up; ./highstreet submit sales starts the job again.%n",
            ending);
    Optional<LiveJob> next = LiveJob.on(platform.flink());
    while (next.isEmpty()) {
      pause(FOLLOWING);
      next = LiveJob.on(platform.flink());
    }
    run = new LiveRun(platform, next.get(), TopicOffsets.beginnings(platform.kafka()));
    surroundings.err().printf("The sales job runs again: run %d.%n", runId());
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
      Optional<Ending> ending = run.look(soFar, produced);
      if (ending.isPresent()) {
        run.end();
        runs.end(runId(), ending.get());
        throw CommandException.answerIsNo(
            "somebody has ended the sales job: it was %s".formatted(ending.get()));
      }
      pause(WAITING);
    }
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
    end.stop(run);
  }

  /**
   * Ends what was not stopped and would outlive this process. A signal is not ended here: what it
   * does may be taking a savepoint. An embedded cluster takes its job with it.
   */
  @Override
  public void close() {
    if (!platform.isSignalled()) {
      end.cancelIfElsewhere(run);
    }
  }
}
