package dev.highstreet.drills.rig;

import dev.highstreet.drills.shop.DirtyMonth;
import dev.highstreet.platform.FlinkJob;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.platform.JarRun;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;

/**
 * The live sales job as a drill runs it: the production jar, by REST.
 *
 * @param flink the cluster
 * @param id of the job there
 */
record DrillJob(FlinkRest flink, String id) {
  private static final Path JAR = Path.of("..", "flink-jobs", "target", "highstreet-jobs.jar");
  private static final String LIVE = "dev.highstreet.jobs.sales.SalesJob";
  private static final String BACKFILL = "dev.highstreet.jobs.sales.SalesBackfillJob";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Submits it, and waits until it runs.
   *
   * @param from the savepoint or retained checkpoint to go on from
   */
  static DrillJob submit(URI webUi, String kafka, String database, Optional<String> from)
      throws FlinkRestException {
    FlinkRest flink = FlinkRest.at(webUi);
    List<String> arguments =
        List.of(
            "--kafka=" + kafka,
            "--database=" + database,
            "--time-zone=" + DirtyMonth.ZONE,
            "--checkpoint-interval=PT1S");
    DrillJob job =
        new DrillJob(flink, flink.run(flink.upload(JAR), new JarRun(LIVE, arguments, from)));
    flink.awaitRunning(job.id, PATIENCE);
    return job;
  }

  /** Submits a backfill of days. */
  static DrillJob backfill(URI webUi, String kafka, String database, LocalDate from, LocalDate to)
      throws FlinkRestException {
    FlinkRest flink = FlinkRest.at(webUi);
    List<String> arguments =
        List.of("--kafka=" + kafka, "--database=" + database, "--from=" + from, "--to=" + to);
    return new DrillJob(flink, flink.run(flink.upload(JAR), JarRun.fresh(BACKFILL, arguments)));
  }

  /** Whether it has come to its end; one that has failed throws. */
  boolean hasFinished() throws FlinkRestException {
    JobStatus status = flink.status(id);
    if (status.isGloballyTerminalState() && status != JobStatus.FINISHED) {
      throw new AssertionError("job %s is %s: %s".formatted(id, status, rootCause()));
    }
    return status == JobStatus.FINISHED;
  }

  /** Ends whatever runs on the cluster, as a drill that failed may have left it. */
  static void cancelAll(URI webUi) throws FlinkRestException {
    FlinkRest flink = FlinkRest.at(webUi);
    for (FlinkJob job : flink.jobs()) {
      if (!job.status().isGloballyTerminalState()) {
        flink.cancel(job.id(), PATIENCE);
      }
    }
  }

  /** What it last failed with. */
  Optional<String> rootCause() throws FlinkRestException {
    return flink.rootCause(id);
  }

  /** Where it stands, in Flink's words. */
  String status() throws FlinkRestException {
    return flink.status(id).toString();
  }

  /** Stops it at a savepoint, and tells where that is. */
  String stop() throws FlinkRestException {
    return flink.stopWithSavepoint(id, PATIENCE);
  }
}
