package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.Elsewhere;
import dev.highstreet.cli.local.KeptPostgres;
import dev.highstreet.cli.local.RunningPlatform;
import dev.highstreet.cli.local.ServerOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Compares every mart with what another engine makes of the truth. */
@Command(
    name = "verify",
    description = {
      "Compares every mart and every table of what happened, row by row, with what another engine"
          + " (DuckDB, sql/truth) makes of the truth that the simulator wrote down; and the run's"
          + " own books: what was counted, quarantined, repeated and late.",
      "With --file, every mart with what that engine makes of a file that was replayed.",
      "The database is that of --database, of the platform that runs on --data, or the one that an"
          + " earlier platform left there. While the job goes on, closed days are compared."
    },
    footer = {
      "",
      "Each time is recorded in ops.reconciliations. docs/verify.md tells what is compared, and"
          + " what is not.",
      "Exit code 1 if anything differs."
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ArgGroup private View view;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = Day.class,
      description = "The first day to compare, such as 2025-03-01; else the first there is.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = Day.class,
      description = "The last day to compare; else the last that can be.")
  private LocalDate to;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "The folder of the truth; else truth in --data.")
  private Path truth;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Compare the marts with what this file says by itself: CSV, plain or gzipped, as it was"
              + " replayed; with the usual headers, and without --cost-ratio.")
  private Path file;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** Which late events count; by default each, once. */
  private static final class View {
    @Option(
        names = "--as-streamed",
        description = "Leave late events out: what a live job makes of them, and no backfill yet.")
    private boolean asStreamed;

    @Option(
        names = "--as-healed",
        description =
            "Count the late events that a backfill has covered, and leave the others out.")
    private boolean asHealed;
  }

  /** A command in its surroundings. */
  public VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Verdict verdict = verdict();
    if (json) {
      surroundings.out().println(VerdictJson.of(verdict));
    } else {
      VerdictText.print(verdict, surroundings.out());
    }
    return verdict.holds() ? 0 : CommandException.ANSWER_IS_NO;
  }

  private Verdict verdict() {
    refuseWhatDoesNotGoWithAFile();
    DataDirectory data = DataDirectory.at(options.data());
    Elsewhere elsewhere = options.elsewhere(surroundings);
    Optional<RunningPlatform> running = data.running();
    Optional<String> kafka =
        elsewhere.kafka().or(() -> running.map(platform -> platform.addresses().kafka()));
    Optional<Databases> served =
        elsewhere.databases().or(() -> running.map(platform -> platform.databases(surroundings)));
    if (served.isPresent()) {
      LogFile.open(data.logs(), "verify");
      return verdict(data, served.get(), kafka);
    }
    if (!data.holdsData()) {
      throw CommandException.usedWrongly(
          (file == null
                  ? "there is nothing to verify in %s: run ./highstreet demo first, or name a database with --database and its truth with --truth"
                  : "there is nothing to verify in %s: run ./highstreet replay FILE first, or name a database with --database")
              .formatted(data.root()));
    }
    lookAtSource(data); // before a server is started in vain
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), "verify");
      try (KeptPostgres postgres = KeptPostgres.start(lock)) {
        return verdict(data, postgres.databases(), kafka);
      }
    }
  }

  private void refuseWhatDoesNotGoWithAFile() {
    if (file != null && truth != null) {
      throw CommandException.usedWrongly(
          "--file and --truth are two answers to the same question: name the one that tells of what is in the database");
    }
    if (file != null && view != null) {
      throw CommandException.usedWrongly(
          "--as-streamed and --as-healed are about late events, and in a replayed file nothing is late: leave them out with --file");
    }
  }

  private void lookAtSource(DataDirectory data) {
    Source unused = file == null ? Truth.in(truth(data)) : ReplayedFile.at(file, work(data));
  }

  private Path truth(DataDirectory data) {
    return truth == null ? data.truth() : truth;
  }

  private static Path work(DataDirectory data) {
    return data.truth().resolveSibling("verify");
  }

  private Verification verification(DataDirectory data, Databases databases) {
    return file == null
        ? Verification.of(truth(data), databases)
        : Verification.ofFile(file, work(data), databases);
  }

  private Verdict verdict(DataDirectory data, Databases databases, Optional<String> kafka) {
    StatusLine status = new StatusLine(surroundings);
    try {
      return verification(data, databases)
          .as(chosen())
          .between(Optional.ofNullable(from), Optional.ofNullable(to))
          .asking(kafka)
          .onProgress(status::show)
          .run();
    } finally {
      status.end();
    }
  }

  private TruthView chosen() {
    if (view != null && view.asStreamed) {
      return TruthView.AS_STREAMED;
    }
    return view != null && view.asHealed ? TruthView.AS_HEALED : TruthView.FINAL;
  }

  /** Reads a day. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is no day; write one like 2024-11-01".formatted(text));
      }
    }
  }
}
