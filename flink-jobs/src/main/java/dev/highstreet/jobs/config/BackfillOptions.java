package dev.highstreet.jobs.config;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments that only a backfill has, and what it does. */
@Command(
    description = {
      "Replaces the rows of some days, and of the months that they are in, with all that the"
          + " topics hold of them, late events included; and ends. Other runs do not write these"
          + " rows any more.",
      "The months must be over: a live job still counts for those that are not.",
      ""
    })
final class BackfillOptions {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      required = true,
      converter = ArgumentForms.Day.class,
      description = "First day that is replaced, as 2011-12-01, in the business time zone.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      required = true,
      converter = ArgumentForms.Day.class,
      description = "Last day that is replaced.")
  private LocalDate to;

  @Option(
      names = "--upload",
      paramLabel = "NAME",
      description =
          "An upload whose topics are read as well, as ./highstreet backfill --files makes one.")
  private String upload;

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

  /**
   * With what every sales job is told.
   *
   * @throws IllegalArgumentException if the days are in the wrong order
   */
  BackfillConfig config(SalesConfig sales) {
    return new BackfillConfig(sales, from, to, Optional.ofNullable(upload));
  }
}
