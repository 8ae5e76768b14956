package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DatabaseLogin;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import dev.highstreet.platform.JarRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits the sales jobs to a Flink cluster, as its web UI would.
 *
 * @param flink the cluster
 * @param jar the jobs' jar
 * @param kafka where the events are
 * @param writer where the rows go
 * @param zone the business time zone
 * @param parallelism instances of each operator
 */
public record SalesJobs(
    FlinkRest flink, Path jar, String kafka, DatabaseLogin writer, ZoneId zone, int parallelism) {
  private static final Logger LOG = LoggerFactory.getLogger(SalesJobs.class);
  private static final String LIVE_CLASS = "dev.highstreet.jobs.sales.SalesJob";
  private static final String BOUNDED_CLASS = "dev.highstreet.jobs.sales.SalesBoundedJob";
  private static final String BACKFILL_CLASS = "dev.highstreet.jobs.sales.SalesBackfillJob";
  private static final String REFUSAL = "java.lang.IllegalArgumentException: ";

  public SalesJobs {
    requireNonNull(flink, "flink is null");
    requireNonNull(jar, "jar is null");
    requireNonNull(kafka, "kafka is null");
    requireNonNull(writer, "writer is null");
    requireNonNull(zone, "zone is null");
  }

  /**
   * On a platform of this process.
   *
   * @throws CommandException if the jar of the jobs has not been built
   */
  public static SalesJobs on(
      LocalPlatform platform, Surroundings surroundings, JobOptions options) {
    return new SalesJobs(
        platform.flink(),
        JobsJar.present(surroundings.home()),
        platform.addresses().kafka(),
        platform.databases().writer(),
        options.zone(),
        options.parallelism());
  }

  /** How a bounded job is executed; the rows are the same. */
  public enum RuntimeMode {
    /** As an unbounded stream that happens to end. */
    STREAMING,
    /** Stage after stage, with sorted inputs. */
    BATCH
  }

  /**
   * Submits the live job.
   *
   * @param savepoint to go on from
   * @return its id
   * @throws CommandException if one runs already, or Flink or the job's {@code main} refuses
   */
  public String submitLive(Optional<String> savepoint) {
    Optional<LiveJob> running = LiveJob.on(flink);
    if (running.isPresent()) {
      throw CommandException.answerIsNo(
          "a live sales job runs on that cluster already (%s, run %d): stop it first (./highstreet stop sales), or use it"
              .formatted(running.get().id(), running.get().run()));
    }
    return submit(new JarRun(LIVE_CLASS, arguments(), savepoint));
  }

  /** Submits a job that brings the marts to where the topics end now. */
  public String submitBounded(RuntimeMode runtime) {
    List<String> arguments = new ArrayList<>(arguments());
    arguments.addAll(List.of("--runtime", runtime.name()));
    return submit(JarRun.fresh(BOUNDED_CLASS, arguments));
  }

  /**
   * Submits a job that replaces the rows of some days, and of the months that they are in.
   *
   * @param from the first day
   * @param to the last day
   * @return its id
   * @throws CommandException with the reason if these days cannot be replaced now
   */
  public String submitBackfill(
      LocalDate from, LocalDate to, RuntimeMode runtime, Optional<String> upload) {
    List<String> arguments = new ArrayList<>(arguments());
    arguments.addAll(
        List.of("--from", from.toString(), "--to", to.toString(), "--runtime", runtime.name()));
    upload.ifPresent(name -> arguments.addAll(List.of("--upload", name)));
    return submit(JarRun.fresh(BACKFILL_CLASS, arguments));
  }

  private String submit(JarRun run) {
    try {
      String uploaded = flink.upload(jar);
      try {
        return flink.run(uploaded, run);
      } finally {
        delete(uploaded); // the job has a copy of its own
      }
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo(reason(e.getMessage()), e);
    }
  }

  /** What a main says about its arguments is for the user, without where it was thrown. */
  private static String reason(String message) {
    int refusal = message.lastIndexOf(REFUSAL);
    return refusal < 0 ? message : message.substring(refusal + REFUSAL.length());
  }

  private void delete(String uploaded) {
    try {
      flink.deleteJar(uploaded);
    } catch (FlinkRestException e) {
      LOG.warn("The uploaded jar {} stays on the cluster", uploaded, e);
    }
  }

  private List<String> arguments() {
    return List.of(
        "--kafka",
        kafka,
        "--database",
        writer.url(),
        "--database-user",
        writer.user(),
        "--time-zone",
        zone.getId(),
        "--parallelism",
        Integer.toString(parallelism));
  }
}
