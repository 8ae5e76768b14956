package dev.highstreet.jobs.config;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The one argument that only a bounded job has, and what it does to a live one. */
@Command(
    description = {
      "Brings the marts to where the topics end when it starts, and ends.",
      "It is a newer run than a live job that is running already: what the live job goes on to"
          + " write into the same rows is refused, and these stay as they are. Stop the live job"
          + " before, and start it again afterwards.",
      ""
    })
final class BoundedOptions {
  @Option(
      names = "--runtime",
      paramLabel = "MODE",
      defaultValue = "BATCH",
      description = "STREAMING or BATCH, with the same rows; ${DEFAULT-VALUE}.")
  private RunMode runtime;

  /** Whether it runs in BATCH. */
  boolean batch() {
    return runtime == RunMode.BATCH;
  }
}
