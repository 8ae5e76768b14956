package dev.highstreet.cli.sales;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.Elsewhere;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.RunningPlatform;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.platform.FlinkRest;
import java.net.URI;
import java.util.Locale;
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
          + " that live job can no longer change them. Submit it again to go on."
    })
public final class SubmitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  /** The jobs there are. */
  enum Job {
    /** The sales marts. */
    SALES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(index = "0", paramLabel = "JOB", description = "Which job: ${COMPLETION-CANDIDATES}.")
  private Job job;

  @Option(
      names = "--bounded",
      description = "Read up to where the topics end now, and end; otherwise go on for ever.")
  private boolean bounded;

  @Option(
      names = "--runtime",
      paramLabel = "MODE",
      description = "Of a bounded job: ${COMPLETION-CANDIDATES}, with the same rows; BATCH.")
  private SalesJobs.RuntimeMode runtime;

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
    jobOptions.validate();
    if (runtime != null && !bounded) {
      throw CommandException.usedWrongly(
          "--runtime %s is for a bounded job; add --bounded".formatted(runtime));
    }
    Elsewhere elsewhere = options.elsewhere(surroundings);
    DataDirectory data = DataDirectory.at(options.data());
    Optional<RunningPlatform> running = data.running();
    URI flink =
        elsewhere
            .flink()
            .or(() -> running.map(r -> r.addresses().flink()))
            .orElseThrow(() -> nothingAt(data, "--flink"));
    String kafka =
        elsewhere
            .kafka()
            .or(() -> running.map(r -> r.addresses().kafka()))
            .orElseThrow(() -> nothingAt(data, "--kafka"));
    Databases databases =
        elsewhere
            .databases()
            .or(() -> running.map(r -> r.databases(surroundings)))
            .orElseThrow(() -> nothingAt(data, "--database"));
    LogFile.open(data.logs(), "submit");
    SalesJobs jobs =
        new SalesJobs(
            FlinkRest.at(flink),
            surroundings.home(),
            kafka,
            databases.writer(),
            jobOptions.zone(),
            jobOptions.parallelism());
    String id =
        bounded
            ? jobs.submitBounded(runtime == null ? SalesJobs.RuntimeMode.BATCH : runtime)
            : jobs.submitLive(Optional.empty());
    report(id, URI.create(flink + "/#/job/running/" + id + "/overview"));
    return 0;
  }

  private void report(String id, URI page) {
    if (json) {
      surroundings
          .out()
          .println(
              new ObjectMapper().createObjectNode().put("job", id).put("address", page.toString()));
    } else {
      surroundings.out().printf("Submitted %s: job %s, %s%n", job, id, page);
    }
  }

  private static CommandException nothingAt(DataDirectory data, String option) {
    return CommandException.usedWrongly(
        "no platform runs on %s: start one with ./highstreet up, or name a server with %s"
            .formatted(data.root(), option));
  }
}
