package dev.highstreet.cli.backfill;

import dev.highstreet.cli.backfill.BackfillRuns.Running;
import dev.highstreet.cli.backfill.BackfillRuns.Standing;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.platform.FlinkJob;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One backfill on a Flink cluster, from its submission to its end. */
final class BackfillRun {
  private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);
  private static final Pattern RUN = Pattern.compile("\\(run (\\d+)\\)$");
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final Duration TO_KNOW = Duration.ofSeconds(10);
  private static final String CANCELLED = "CANCELLED";
  private static final String FINISHED = "FINISHED";
  private static final String RECORDS = "records-read";
  private static final String BYTES = "bytes-read";

  private final FlinkRest flink;
  private final BackfillRuns runs;
  private final DayRange days;
  private final String jobId;
  private final long runId;
  private final long began;
  private volatile boolean over;

  private BackfillRun(
      FlinkRest flink, BackfillRuns runs, DayRange days, String jobId, long runId, long began) {
    this.flink = flink;
    this.runs = runs;
    this.days = days;
    this.jobId = jobId;
    this.runId = runId;
    this.began = began;
  }

  /**
   * Submits it. A backfill that is recorded as running, and that Flink does not run any more, is
   * recorded as failed first: it is in nobody's way.
   *
   * @param upload what files bring beside the topics
   * @throws CommandException with the reason if these days cannot be replaced now
   */
  static BackfillRun submit(
      SalesJobs jobs,
      BackfillRuns runs,
      DayRange days,
      SalesJobs.RuntimeMode runtime,
      Optional<String> upload) {
    long began = System.nanoTime();
    FlinkRest flink = jobs.flink();
    try {
      endAbandoned(flink, runs);
      String jobId = jobs.submitBackfill(days.from(), days.to(), runtime, upload);
      long runId =
          flink.jobs().stream()
              .filter(job -> job.id().equals(jobId))
              .mapToLong(BackfillRun::runOf)
              .findFirst()
              .orElseThrow();
      return new BackfillRun(flink, runs, days, jobId, runId, began);
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    }
  }

  private static void endAbandoned(FlinkRest flink, BackfillRuns runs) throws FlinkRestException {
    List<FlinkJob> jobs = flink.jobs();
    for (Running running : runs.running()) {
      boolean ended =
          jobs.stream()
              .filter(job -> runOf(job) == running.runId())
              .map(job -> job.status().isGloballyTerminalState())
              .findFirst()
              .orElse(running.isOld()); // one that begins just now is not among them yet
      if (ended) {
        runs.end(running.runId(), "FAILED", "its job ended without it");
      }
    }
  }

  /** The run that a job's name tells; -1 if it tells none. */
  private static long runOf(FlinkJob job) {
    Matcher run = RUN.matcher(job.name());
    return run.find() ? Long.parseLong(run.group(1)) : -1;
  }

  /** How many records it has to read. */
  long toRead() {
    return runs.standing(runId).toRead();
  }

  /**
   * Waits for its end.
   *
   * @param read told how many records it has read
   * @throws CommandException if it fails or is cancelled: the old rows stand
   * @throws CancellationException if the thread is interrupted
   */
  Backfilled await(LongConsumer read) {
    long answeredAt = System.nanoTime();
    while (true) {
      try {
        Map<String, Long> counted = flink.accumulators(jobId);
        JobStatus status = flink.status(jobId);
        read.accept(counted.getOrDefault(RECORDS, 0L));
        if (status.isGloballyTerminalState()) {
          return ended(status);
        }
        answeredAt = System.nanoTime();
      } catch (FlinkRestException e) {
        LOG.warn("Flink did not say how job {} stands", jobId, e);
        if (System.nanoTime() - answeredAt > TO_ANSWER.toNanos()) {
          throw CommandException.answerIsNo(
              "%s. The backfill (run %d) may go on there".formatted(e.getMessage(), runId), e);
        }
      }
      pause();
    }
  }

  private Backfilled ended(JobStatus status) throws FlinkRestException {
    over = true;
    if (status == JobStatus.CANCELED) {
      runs.end(runId, CANCELLED, null);
    } else if (status != JobStatus.FINISHED) {
      runs.end(runId, "FAILED", flink.rootCause(jobId).orElse("Flink knows no cause"));
    }
    Standing standing = runs.standing(runId);
    return switch (standing.outcome()) {
      case FINISHED -> done(standing); // which a job may be that was cancelled a moment later
      case CANCELLED ->
          throw CommandException.answerIsNo(
              "the backfill of %s (run %d) was cancelled: the old rows stand"
                  .formatted(days, runId));
      default ->
          throw CommandException.answerIsNo(
              "the backfill of %s (run %d) failed, and the old rows stand: %s"
                  .formatted(days, runId, standing.problem().orElse("no cause is known")));
    };
  }

  private Backfilled done(Standing standing) throws FlinkRestException {
    return new Backfilled(
        runId,
        days,
        standing.rowsWritten(),
        standing.toRead(),
        bytesRead(standing.toRead()),
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** Flink may answer for a few seconds what it knew before the job ended. */
  private long bytesRead(long records) throws FlinkRestException {
    long deadline = System.nanoTime() + TO_KNOW.toNanos();
    Map<String, Long> counted = flink.accumulators(jobId);
    while (counted.getOrDefault(RECORDS, 0L) < records && System.nanoTime() < deadline) {
      pause();
      counted = flink.accumulators(jobId);
    }
    return counted.getOrDefault(BYTES, 0L);
  }

  /**
   * Cancels it, if it has not ended. One that is recorded as cancelled replaces nothing, even if
   * its job goes on for a while; one that has replaced the rows is not undone.
   *
   * @return what became of it, in a sentence
   * @throws CommandException if that cannot be told
   */
  String cancel(Duration within) {
    if (!over) {
      try {
        flink.cancel(jobId, within);
      } catch (FlinkRestException e) {
        LOG.warn("The backfill was not cancelled in time", e);
      }
    }
    runs.end(runId, CANCELLED, null);
    String became =
        switch (runs.standing(runId).outcome()) {
          case CANCELLED -> "is cancelled: the old rows stand";
          case FINISHED -> "was done already: its rows are in place";
          default -> "had failed: the old rows stand";
        };
    return "The backfill of %s (run %d) %s.".formatted(days, runId, became);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
