package dev.highstreet.cli.demo;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.local.LocalPlatform.Beginning;
import dev.highstreet.cli.local.PlatformOptions;
import dev.highstreet.cli.outcome.Completion;
import dev.highstreet.cli.outcome.PeakMemory;
import dev.highstreet.cli.outcome.Report;
import dev.highstreet.cli.outcome.Summary;
import dev.highstreet.cli.pages.PageOperations;
import dev.highstreet.cli.pages.RealismReports;
import dev.highstreet.cli.sales.LiveSales;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.cli.simulate.RunningShop;
import dev.highstreet.cli.simulate.ShopOptions;
import dev.highstreet.cli.verify.Verification;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.live.ShopClock;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything at once: the platform, a shop's history, and then its life. */
@Command(
    name = "demo",
    description = {
      "Starts Kafka, Postgres, Flink with its web UI and the dashboard in one process, and a simulated"
          + " shop on them: its history first, as fast as it goes, and then its life, on the shop's"
          + " clock.",
      "The embedded servers begin with no data. Ctrl-C stops everything."
    },
    footer = {
      "",
      "./highstreet control steers the shop while it runs: its pace, flash sales, frauds. What truly"
          + " happened is in truth in --data.",
      "Exit code: 0 done; 1 the job failed, or records are unaccounted for; 2 used wrongly."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int MODEST_SHOP = 500;
  private static final long LOOK_MILLIS = 500;

  private final Surroundings surroundings;

  @Mixin private ShopOptions shop;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "3600",
      description =
          "Seconds of the shop's clock in each of ours, once it is live, up to 100,000; ${DEFAULT-VALUE}.")
  private double speed;

  @Option(names = "--exit", description = "Stop once the history is processed, and sum up.")
  private boolean exit;

  @Option(
      names = "--json",
      description = "With --exit: sum up in one line for machines, alone on standard output.")
  private boolean json;

  @Mixin private PlatformOptions options;

  /** A command in its surroundings. */
  public DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.validate();
    if (json && !exit) {
      throw CommandException.usedWrongly("--json sums up at the end, which only --exit comes to");
    }
    try {
      double unused = ShopClock.checked(speed);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly("--speed: " + e.getMessage(), e);
    }
    ShopOptions.Plan plan = shop.plan(options.jobs().zone(), MODEST_SHOP);
    DataDirectory data = DataDirectory.at(options.servers().data());
    Optional<Summary> summary;
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), "demo");
      try (LocalPlatform platform =
              LocalPlatform.start(surroundings, options, lock, Beginning.AFRESH);
          PeakMemory memory = PeakMemory.watch(platform::postmaster)) {
        notes().print(platform.asText());
        summary = show(plan, platform, memory);
      }
    } catch (EmitException e) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
    return summary.map(came -> Report.print(came, json, surroundings)).orElse(0);
  }

  /** Empty if it ends without having been completed. */
  private Optional<Summary> show(ShopOptions.Plan plan, LocalPlatform platform, PeakMemory memory) {
    long first = System.nanoTime();
    DataDirectory data = platform.data();
    RunningShop running =
        new RunningShop(
            plan,
            speed,
            KafkaEventSink.connect(platform.addresses().kafka()),
            Optional.of(data.truth()));
    platform.offer(
        new PageOperations(
            platform,
            SalesJobs.on(platform, surroundings, options.jobs()),
            Optional.of(
                new PageOperations.Shop(
                    new Simulator.Identity(plan.profile().name(), plan.options().seed()),
                    running.control(),
                    new RealismReports(
                        data.realism(), plan.profile(), options.jobs().zone(), shop.realism())))));
    try (ShopThread thread = ShopThread.start(running, !exit, data.control());
        LiveSales sales = LiveSales.begin(surroundings, platform, options.jobs())) {
      Duration startToReady = surroundings.sinceStart();
      Watching watching = new Watching(sales, platform, running, options.jobs().zone());
      StatusLine status = new StatusLine(surroundings);
      while (!thread.awaitHistory(LOOK_MILLIS)) {
        watching.line().ifPresent(status::show);
      }
      if (exit) {
        status.end();
        return Optional.of(
            new Completion(surroundings, platform, sales)
                .await(Optional.empty(), startToReady, first, memory));
      }
      try (Reconciling reconciling =
          Reconciling.start(() -> Verification.of(data.truth(), platform.databases()))) {
        sales.follow(
            ledger -> {
              thread.refuseIfFailed();
              watching.line(reconciling.newest()).ifPresent(status::show);
            });
      }
      return Optional.empty();
    }
  }

  /** Where people read; standard output is the machine's when it asks for JSON. */
  private PrintStream notes() {
    return json ? surroundings.err() : surroundings.out();
  }
}
