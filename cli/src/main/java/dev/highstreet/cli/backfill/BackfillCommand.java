package dev.highstreet.cli.backfill;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.Elsewhere;
import dev.highstreet.cli.local.LocalPlatform;
import dev.highstreet.cli.local.LocalPlatform.Beginning;
import dev.highstreet.cli.local.PlatformOptions;
import dev.highstreet.cli.local.RunningPlatform;
import dev.highstreet.cli.sales.JobsJar;
import dev.highstreet.cli.sales.SalesJobs;
import dev.highstreet.platform.FlinkRest;
import dev.highstreet.simulator.batch.BatchFolder;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces days by what the topics hold of them now, and waits until it is done. */
@Command(
    name = "backfill",
    description = {
      "Replaces the rows of some days, and of the months that they are in, by what Kafka holds of"
          + " them now: late events included, each once. Readers see all of it or nothing.",
      "It runs on the servers that are named, on the platform that runs on --data, or else on the"
          + " embedded one, which is started on the data that is there, and stopped again."
    },
    footer = {
      "",
      "Refused while a month is not over for the live job, while another backfill of it runs, and"
          + " where the topics do not hold it (any more). Ctrl-C cancels it: the old rows stand.",
      "Exit code 1 if it is refused, fails or is cancelled."
    })
public final class BackfillCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  /** What can be backfilled. */
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
      names = "--from",
      paramLabel = "DAY",
      converter = DayText.class,
      description = "First day, as 2011-12-01.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", converter = DayText.class, description = "Last day.")
  private LocalDate to;

  @Option(
      names = "--late",
      description =
          "All days with late events that no backfill has counted in (ops.late_days), instead of"
              + " --from and --to. Those whose month is not over are left for later.")
  private boolean late;

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description =
          "A folder of CSV or Parquet files with orders and returns, read beside what Kafka holds:"
              + " history that it does not hold any more, or an upload. Without --from and --to,"
              + " the days that they tell of.")
  private Path files;

  @Option(
      names = "--runtime",
      paramLabel = "MODE",
      defaultValue = "BATCH",
      description = "${COMPLETION-CANDIDATES}, with the same rows; ${DEFAULT-VALUE}.")
  private SalesJobs.RuntimeMode runtime;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private PlatformOptions options;

  /** A command in its surroundings. */
  public BackfillCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.validate();
    validateDays();
    DataDirectory data = DataDirectory.at(options.servers().data());
    Elsewhere elsewhere = options.servers().elsewhere(surroundings);
    Optional<RunningPlatform> running = data.running();
    if (running.isPresent() || elsewhere.everything()) {
      LogFile.open(data.logs(), "backfill");
      return besideOthers(elsewhere, running);
    }
    if (elsewhere.databases().isEmpty() && !data.holdsData()) {
      throw CommandException.usedWrongly(
          "there is nothing to backfill in %s: run ./highstreet demo or replay first, or name servers with --kafka, --database and --flink"
              .formatted(data.root()));
    }
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), "backfill");
      return onOwnPlatform(lock);
    }
  }

  private void validateDays() {
    if (late && (from != null || to != null || files != null)) {
      throw CommandException.usedWrongly(
          "--late says which days: leave out --from, --to and --files, or --late");
    }
    if (files != null && from == null && to == null) {
      return; // the files tell
    }
    if (!late && (from == null || to == null)) {
      throw CommandException.usedWrongly(
          "which days? Name the first and the last with --from and --to, or all that have late events with --late");
    }
    if (!late && to.isBefore(from)) {
      throw CommandException.usedWrongly(
          "--from is %s and --to is %s: the first day comes first; swap them".formatted(from, to));
    }
  }

  private int besideOthers(Elsewhere elsewhere, Optional<RunningPlatform> running) {
    URI flink = elsewhere.flink().or(() -> running.map(r -> r.addresses().flink())).orElseThrow();
    String kafka =
        elsewhere.kafka().or(() -> running.map(r -> r.addresses().kafka())).orElseThrow();
    Databases databases =
        elsewhere.databases().or(() -> running.map(r -> r.databases(surroundings))).orElseThrow();
    try (CancelOnSignal signal = CancelOnSignal.besideOthers(surroundings)) {
      return backfill(FlinkRest.at(flink), kafka, databases, signal);
    }
  }

  private int onOwnPlatform(DataDirectory.Lock lock) {
    try (LocalPlatform platform =
            LocalPlatform.start(surroundings, options, lock, Beginning.FROM_KEPT_DATA);
        CancelOnSignal signal = CancelOnSignal.on(platform, surroundings)) {
      if (platform.isAlone()) {
        new BackfillRuns(platform.databases()).endAllAbandoned();
      }
      return backfill(platform.flink(), platform.addresses().kafka(), platform.databases(), signal);
    }
  }

  private int backfill(FlinkRest flink, String kafka, Databases databases, CancelOnSignal signal) {
    try {
      return backfillUnlessSignalled(flink, kafka, databases, signal);
    } catch (RuntimeException e) {
      // whatever the interruption has led to
      throw signal.hasCome() ? new CancellationException(e.toString()) : e;
    }
  }

  private int backfillUnlessSignalled(
      FlinkRest flink, String kafka, Databases databases, CancelOnSignal signal) {
    SalesJobs jobs =
        new SalesJobs(
            flink,
            JobsJar.present(surroundings.home()),
            kafka,
            databases.writer(),
            options.jobs().zone(),
            options.jobs().parallelism());
    BackfillRuns runs = new BackfillRuns(databases);
    if (files != null) {
      return fromFiles(jobs, runs, signal);
    }
    LateDays asked =
        late
            ? LateDays.of(runs.lateDays(), runs.openFrom())
            : LateDays.just(new DayRange(from, to));
    return backfill(jobs, runs, asked, Optional.empty(), signal);
  }

  private int fromFiles(SalesJobs jobs, BackfillRuns runs, CancelOnSignal signal) {
    try (BatchFolder folder = BatchFolder.open(files, options.jobs().zone())) {
      DayRange days =
          from == null
              ? new DayRange(folder.days().first(), folder.days().last())
              : new DayRange(from, to);
      try (Upload upload = Upload.send(folder, jobs.kafka())) {
        surroundings
            .err()
            .printf("Read %,d events from %s%n", upload.events(), files.toAbsolutePath());
        return backfill(jobs, runs, LateDays.just(days), Optional.of(upload.name()), signal);
      }
    } catch (UnusableFileException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private int backfill(
      SalesJobs jobs,
      BackfillRuns runs,
      LateDays asked,
      Optional<String> upload,
      CancelOnSignal signal) {
    BackfillReport report = new BackfillReport(surroundings, job.toString(), asked);
    for (DayRange days : asked.closed()) {
      BackfillRun run = signal.submit(() -> BackfillRun.submit(jobs, runs, days, runtime, upload));
      try (BackfillProgress progress = new BackfillProgress(surroundings, days, run.toRead())) {
        report.add(run.await(progress::show), json);
      }
    }
    return report.end(json);
  }
}
