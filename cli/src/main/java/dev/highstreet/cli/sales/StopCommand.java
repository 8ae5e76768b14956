package dev.highstreet.cli.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.cli.local.ServersInUse;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.platform.FlinkRestException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops the live job of the running platform, or of a cluster elsewhere. */
@Command(
    name = "stop",
    description = {
      "Stops the live job on a Flink cluster; the servers stay up, and go on taking events.",
      "With --savepoint it stops at a savepoint: all that it knows is in Postgres and in the"
          + " savepoint, and submit --from-savepoint goes on from there. Without, it is cancelled:"
          + " nothing is lost, as the topics keep everything, but the next job reads them from an"
          + " earlier savepoint, or from their beginning.",
      "The cluster is that of --flink, or of the platform that runs on --data."
    },
    footer = {
      "",
      "A platform that runs on --data stays up without a job, and follows the next one. If it is"
          + " stopped, it goes on from this savepoint when it is started again.",
      "Exit code: 0 stopped; 1 no live job runs, or it did not stop; 2 used wrongly."
    })
public final class StopCommand implements Callable<Integer> {
  private static final Duration TO_STOP = Duration.ofMinutes(5);

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "JOB", description = "Which job: ${COMPLETION-CANDIDATES}.")
  private JobName job;

  @Option(names = "--savepoint", description = "Stop at a savepoint, and print where it is.")
  private boolean savepoint;

  @Option(
      names = "--savepoint-dir",
      paramLabel = "DIR",
      description =
          "With --savepoint: the directory that takes it, as the cluster's machines name it"
              + " (/data/savepoints, s3://…); else the cluster's own.")
  private String directory;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** A command in its surroundings. */
  public StopCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (directory != null && !savepoint) {
      throw CommandException.usedWrongly(
          "--savepoint-dir says where a savepoint goes; add --savepoint");
    }
    ServersInUse servers = ServersInUse.of(options, surroundings);
    FlinkRest flink = FlinkRest.at(servers.flink());
    Runs runs = new Runs(servers.databases());
    LogFile.open(servers.data().logs(), "stop");
    LiveJob live =
        LiveJob.on(flink)
            .orElseThrow(
                () ->
                    CommandException.answerIsNo(
                        "no live sales job runs on %s".formatted(servers.flink())));
    try {
      if (savepoint) {
        report(live, Ending.STOPPED, Optional.of(stop(live, flink, servers)));
      } else {
        flink.cancel(live.id(), TO_STOP);
        runs.end(live.run(), Ending.CANCELLED);
        report(live, Ending.CANCELLED, Optional.empty());
      }
    } catch (FlinkRestException e) {
      throw CommandException.answerIsNo(
          "the sales job %s was not stopped: %s".formatted(live.id(), e.getMessage()), e);
    }
    return 0;
  }

  private String stop(LiveJob live, FlinkRest flink, ServersInUse servers)
      throws FlinkRestException {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      Stopping stopping = new Stopping(flink, kafka, servers.databases(), servers.databaseName());
      ResumePoint point =
          stopping.stop(live, stopping.startOf(live), Optional.ofNullable(directory), TO_STOP);
      writeDown(point, servers.platform());
      return point.savepoint();
    }
  }

  private static void writeDown(ResumePoint point, Optional<DataDirectory> platform) {
    try {
      point.writeBeside();
      if (platform.isPresent()) {
        point.replace(platform.get().resumePoint(), platform.get().flink());
      }
    } catch (IOException e) {
      throw CommandException.answerIsNo(
          "the sales job has stopped at %s, but that is not written down: %s"
              .formatted(point.savepoint(), FileProblem.describe(e)),
          e);
    }
  }

  private void report(LiveJob live, Ending ending, Optional<String> at) {
    if (json) {
      ObjectNode line =
          new ObjectMapper()
              .createObjectNode()
              .put("job", live.id())
              .put("run", live.run())
              .put("outcome", ending.name());
      at.ifPresent(path -> line.put("savepoint", path));
      surroundings.out().println(line);
      return;
    }
    surroundings
        .out()
        .printf("The %s job %s (run %d) is %s.%n", job, live.id(), live.run(), ending);
    at.ifPresentOrElse(
        path ->
            surroundings
                .out()
                .printf("Go on with: ./highstreet submit %s --from-savepoint %s%n", job, path),
        () -> surroundings.out().printf("Begin anew with: ./highstreet submit %s%n", job));
  }
}
