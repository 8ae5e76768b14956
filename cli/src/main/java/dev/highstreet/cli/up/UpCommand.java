package dev.highstreet.cli.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.local.LocalPlatform.Beginning;
import dev.highstreet.cli.local.PlatformOptions;
import dev.highstreet.cli.pages.PageOperations;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.cli.sales.SalesStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform on the data that is there, and keeps it up. */
@Command(
    name = "up",
    description = {
      "Starts Kafka, Postgres, Flink with its web UI and the dashboard in one process, and the live"
          + " sales job on them: what others send to Kafka is processed.",
      "It goes on from the data in --data. Ctrl-C stops everything."
    })
public final class UpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--json",
      description = "Once it is up, print one line for machines: the addresses.")
  private boolean json;

  @Mixin private PlatformOptions options;

  /** A command in its surroundings. */
  public UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    options.validate();
    DataDirectory data = DataDirectory.at(options.servers().data());
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), "up");
      follow(lock);
    }
    return 0;
  }

  private void follow(DataDirectory.Lock lock) throws JsonProcessingException {
    try (LocalPlatform platform =
            LocalPlatform.start(surroundings, options, lock, Beginning.FROM_KEPT_DATA);
        LiveSales sales = LiveSales.begin(surroundings, platform, options.jobs())) {
      platform.offer(
          new PageOperations(
              platform, SalesJobs.on(platform, surroundings, options.jobs()), Optional.empty()));
      if (json) {
        surroundings.out().println(new ObjectMapper().writeValueAsString(platform.addresses()));
      } else {
        surroundings.out().println("Highstreet is up; Ctrl-C stops it.");
        surroundings.out().print(platform.asText());
      }
      StatusLine status = new StatusLine(surroundings);
      sales.follow(ledger -> status.show(SalesStatus.of(ledger)));
    }
  }
}
