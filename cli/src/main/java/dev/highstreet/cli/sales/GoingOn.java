package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.ServersInUse;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Lets a live job go on from a savepoint, and says in {@code ops.runs} where its account begins.
 */
final class GoingOn {
  private static final Duration TO_START = Duration.ofMinutes(2);

  private final ServersInUse servers;
  private final Surroundings surroundings;
  private final Runs runs;

  GoingOn(ServersInUse servers, Surroundings surroundings) {
    this.servers = requireNonNull(servers, "servers is null");
    this.surroundings = requireNonNull(surroundings, "surroundings is null");
    this.runs = new Runs(servers.databases());
  }

  /**
   * Submits the job, and waits until it runs.
   *
   * @return its id
   * @throws CommandException if the savepoint is of another Kafka or database, if a live job runs
   *     already, or if the job does not go on from there: it runs nowhere then
   */
  String from(Savepoint savepoint, SalesJobs jobs) {
    Optional<Runs.Stopped> left = runs.stoppedAt(savepoint);
    ResumePoint.beside(savepoint).ifPresent(note -> refuseIfNotOurs(note, left));
    String jobId = jobs.submitLive(Optional.of(savepoint.location()));
    long run = runs.newestLive();
    if (left.isPresent()) {
      runs.setStart(run, left.get().reached());
    } else {
      surroundings
          .err()
          .println(
              "No run in this database was stopped there: the rows will be right, but what this run has to account for is not known.");
    }
    awaitRunning(jobs.flink(), jobId, run, savepoint);
    return jobId;
  }

  private void refuseIfNotOurs(ResumePoint note, Optional<Runs.Stopped> left) {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      String ours = TopicOffsets.clusterId(kafka);
      if (!note.whose().kafka().equals(ours)) {
        throw CommandException.usedWrongly(
            "the savepoint %s is of another Kafka (cluster %s, and %s is %s): its offsets mean nothing here"
                .formatted(note.savepoint(), note.whose().kafka(), servers.kafka(), ours));
      }
    }
    if (left.isEmpty()) {
      throw CommandException.usedWrongly(
          "the savepoint %s is of another database: no run in %s was stopped there, and its rows are not there"
              .formatted(note.savepoint(), servers.databases().url()));
    }
  }

  private void awaitRunning(FlinkRest flink, String jobId, long run, Savepoint savepoint) {
    try {
      flink.awaitRunning(jobId, TO_START);
    } catch (FlinkRestException e) {
      giveUp(flink, jobId, run);
      throw CommandException.answerIsNo(
          "the sales job does not go on from %s: %s"
              .formatted(savepoint.location(), e.getMessage()),
          e);
    }
  }

  private void giveUp(FlinkRest flink, String jobId, long run) {
    try {
      if (!flink.status(jobId).isGloballyTerminalState()) {
        flink.cancel(jobId, TO_START);
      }
      runs.fail(run);
    } catch (FlinkRestException e) {
      surroundings.err().printf("Job %s may still be there: %s%n", jobId, e.getMessage());
    }
  }
}
