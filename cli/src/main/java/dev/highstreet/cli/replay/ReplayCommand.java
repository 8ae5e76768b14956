package dev.highstreet.cli.replay;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.local.LocalPlatform.Beginning;
import dev.highstreet.cli.local.PlatformOptions;
import dev.highstreet.cli.outcome.PeakMemory;
import dev.highstreet.cli.outcome.Report;
import dev.highstreet.cli.outcome.Summary;
import dev.highstreet.cli.pages.PageOperations;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.simulator.replay.Pace;
import dev.highstreet.simulator.replay.Replay;
import dev.highstreet.simulator.replay.ReplayOptions;
import dev.highstreet.simulator.transactions.ColumnsFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Streams a file of transactions through the platform. */
@Command(
    name = "replay",
    description = {
      "Turns a file of transactions into events, and sends them through the platform.",
      "Without --exit the platform stays up; Ctrl-C stops it. Without --keep the embedded servers"
          + " begin with no data; servers elsewhere keep what they hold."
    },
    footer = {
      "",
      "Columns: InvoiceNo, StockCode, Description, Quantity, InvoiceDate (yyyy-MM-dd HH:mm:ss,"
          + " local time), UnitPrice, CustomerID, Country; --columns names others. Rows that cannot"
          + " become part of an event are listed in rejects.csv in --data.",
      "Exit code: 0 done; 1 the job failed, or records are unaccounted for; 2 used wrongly."
    })
public final class ReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "FILE", description = "CSV, plain or gzipped.")
  private Path file;

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description =
          "Properties that say what differs: invoice, product, description, quantity, time, price,"
              + " customer, country, category (headers), timeFormat, encoding, separator.")
  private Path columns;

  @Option(
      names = "--cost-ratio",
      paramLabel = "SHARE",
      defaultValue = "0.60",
      description =
          "Cost of a product as a share of its list price, which the file does not tell;"
              + " ${DEFAULT-VALUE}. Marked as assumed.")
  private BigDecimal costRatio;

  @Option(
      names = "--days-per-second",
      paramLabel = "N",
      description = "Days of the shop's clock in each second; without it, as fast as can be.")
  private Double daysPerSecond;

  @Option(names = "--keep", description = "Go on from the data that is there.")
  private boolean keep;

  @Option(names = "--exit", description = "Stop when every event is processed, and sum up.")
  private boolean exit;

  @Option(
      names = "--json",
      description = "With --exit: sum up in one line for machines, alone on standard output.")
  private boolean json;

  @Mixin private PlatformOptions options;

  /** A command in its surroundings. */
  public ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    validate();
    DataDirectory data = DataDirectory.at(options.servers().data());
    Optional<Summary> summary;
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), "replay");
      Replay replay = open(data);
      try (LocalPlatform platform = LocalPlatform.start(surroundings, options, lock, beginning());
          PeakMemory memory = PeakMemory.watch(platform::postmaster)) {
        notes().print(platform.asText());
        summary = pass(replay, platform, memory);
      }
    }
    return summary.map(came -> Report.print(came, json, surroundings)).orElse(0);
  }

  /** Empty if it ends without having been completed. */
  private Optional<Summary> pass(Replay replay, LocalPlatform platform, PeakMemory memory) {
    try (LiveSales sales = LiveSales.begin(surroundings, platform, options.jobs())) {
      platform.offer(
          new PageOperations(
              platform, SalesJobs.on(platform, surroundings, options.jobs()), Optional.empty()));
      Duration startToReady = surroundings.sinceStart();
      Passage passage = new Passage(surroundings, platform, sales, options.jobs().zone());
      if (exit) {
        return Optional.of(passage.complete(replay, startToReady, memory));
      }
      passage.send(replay);
      notes().println("All events are sent; Ctrl-C stops the platform.");
      passage.follow();
      return Optional.empty();
    }
  }

  private Beginning beginning() {
    return keep ? Beginning.FROM_KEPT_DATA : Beginning.AFRESH;
  }

  private void validate() {
    options.validate();
    if (json && !exit) {
      throw CommandException.usedWrongly("--json sums up at the end, which only --exit comes to");
    }
    if (!Files.exists(file)) {
      throw CommandException.usedWrongly("cannot read %s: there is no such file".formatted(file));
    }
  }

  private Replay open(DataDirectory data) {
    try {
      ReplayOptions replayed =
          ReplayOptions.of(file, data.rejects())
              .withZone(options.jobs().zone())
              .withUnitCostRatio(costRatio);
      if (columns != null) {
        replayed = replayed.withColumns(ColumnsFile.read(columns));
      }
      if (daysPerSecond != null) {
        replayed = replayed.withPace(Pace.daysPerSecond(daysPerSecond));
      }
      return Replay.open(replayed);
    } catch (UnusableFileException | IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  /** Where people read; standard output is the machine's when it asks for JSON. */
  private PrintStream notes() {
    return json ? surroundings.err() : surroundings.out();
  }
}
