package dev.highstreet.cli.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.cli.local.ServersInUse;
import dev.highstreet.platform.FlinkRest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submits a job to the running platform, or to a cluster elsewhere. */
@Command(
    name = "submit",
    description = {
      "Submits a job to a Flink cluster over REST, and returns.",
      "The cluster is that of --flink, or of the platform that runs on --data."
    },
    footer = {
      "",
      "The rows of a bounded run are newer than those of a live job that was submitted before it:"
          + " that live job can no longer change them. Submit it again to go on.",
      "Exit code: 0 submitted; 1 refused, a live job runs already, or it does not go on from the"
          + " savepoint; 2 used wrongly."
    })
public final class SubmitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "JOB", description = "Which job: ${COMPLETION-CANDIDATES}.")
  private JobName job;

  @Option(
      names = "--bounded",
      description = "Read up to where the topics end now, and end; otherwise go on for ever.")
  private boolean bounded;

  @Option(
      names = "--runtime",
      paramLabel = "MODE",
      description = "Of a bounded job: ${COMPLETION-CANDIDATES}, with the same rows; BATCH.")
  private SalesJobs.RuntimeMode runtime;

  @Option(
      names = "--from-savepoint",
      paramLabel = "PATH",
      description = {
        "Go on from where a live job was stopped, with its totals and its place in the topics:"
            + " what stop sales --savepoint printed. A path is looked for on this machine; an address"
            + " (file:/…, s3://…) is Flink's to find.",
        "--parallelism and the jar may differ from those of the job that was stopped."
      })
  private String fromSavepoint;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "The jobs' jar, if not that of this build: another version's.")
  private Path jar;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;
  @Mixin private JobOptions jobOptions;

  /** A command in its surroundings. */
  public SubmitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    validate();
    ServersInUse servers = ServersInUse.of(options, surroundings);
    FlinkRest flink = FlinkRest.at(servers.flink());
    SalesJobs jobs =
        new SalesJobs(
            flink,
            jar == null ? JobsJar.present(surroundings.home()) : JobsJar.named(jar),
            servers.kafka(),
            servers.databases().writer(),
            jobOptions.zone(),
            jobOptions.parallelism());
    LogFile.open(servers.data().logs(), "submit");
    if (fromSavepoint != null) {
      report(
          new GoingOn(servers, surroundings).from(Savepoint.named(fromSavepoint), jobs), servers);
    } else if (bounded) {
      report(jobs.submitBounded(runtime == null ? SalesJobs.RuntimeMode.BATCH : runtime), servers);
    } else {
      report(jobs.submitLive(Optional.empty()), servers);
    }
    return 0;
  }

  private void validate() {
    jobOptions.validate();
    if (runtime != null && !bounded) {
      throw CommandException.usedWrongly(
          "--runtime %s is for a bounded job; add --bounded".formatted(runtime));
    }
    if (fromSavepoint != null && bounded) {
      throw CommandException.usedWrongly(
          "--from-savepoint is for a live job: a bounded one reads everything itself");
    }
  }

  private void report(String id, ServersInUse servers) {
    URI page = URI.create(servers.flink() + "/#/job/running/" + id + "/overview");
    if (json) {
      surroundings
          .out()
          .println(
              new ObjectMapper().createObjectNode().put("job", id).put("address", page.toString()));
    } else {
      surroundings.out().printf("Submitted %s: job %s, %s%n", job, id, page);
    }
  }
}
