package dev.highstreet.jobs.config;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments that only a bounded job has, and what it does to a live one. */
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

  @Option(
      names = "--marts",
      paramLabel = "NAME",
      split = ",",
      description =
          "Write these marts alone, such as daily_sales_by_product,daily_sales: neither the others,"
              + " nor the orders themselves. All without it.")
  private List<String> marts = new ArrayList<>();

  /** Whether it runs in BATCH. */
  boolean batch() {
    return runtime == RunMode.BATCH;
  }

  /** With what every sales job is told. */
  BoundedConfig config(SalesConfig sales) {
    return new BoundedConfig(sales, marts);
  }
}
