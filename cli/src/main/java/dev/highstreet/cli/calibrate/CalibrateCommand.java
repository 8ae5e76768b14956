package dev.highstreet.cli.calibrate;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.simulator.calibrate.Calibration;
import dev.highstreet.simulator.calibrate.CalibrationOptions;
import dev.highstreet.simulator.calibrate.CalibrationProgress;
import dev.highstreet.simulator.calibrate.CalibrationResult;
import dev.highstreet.simulator.calibrate.fit.ProfileFit;
import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.transactions.ColumnsFile;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a profile to a file of transactions, and scores it. */
@Command(
    name = "calibrate",
    description = {
      "Fits a profile to a file of transactions; demo and simulate take it with --profile. What the file"
          + " cannot tell is assumed, and marked so. Beside PROFILE.json it writes PROFILE.realism.json, which the"
          + " pages of a demo show.",
      "The profile is fitted to the whole file. Its score comes from halves of the customers: fitted to"
          + " one, compared with the other, beside what the real halves differ by."
    },
    footer = {
      "",
      "Columns: InvoiceNo, StockCode, Description, Quantity, InvoiceDate (yyyy-MM-dd HH:mm:ss, local"
          + " time), UnitPrice, CustomerID, Country; --columns names others.",
      "Exit code: 0 done; 2 used wrongly, or nothing can be learnt from the file."
    })
public final class CalibrateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "FILE", description = "CSV, plain or gzipped.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write the profile, as JSON.")
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write a page that shows real against simulated, as HTML.")
  private Path report;

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description = "Properties that say what differs, as for replay.")
  private Path columns;

  @Option(names = "--name", paramLabel = "NAME", description = "What the shop is to be called.")
  private String name;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Where the transactions come from, with the citation that they ask for.")
  private String source;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "GBP",
      description = "Of the file's prices; ${DEFAULT-VALUE}.")
  private String currency;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/London",
      converter = JobOptions.Zone.class,
      description = "The shop's time zone; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(names = "--no-score", description = "Do not score it, which takes most of the time.")
  private boolean noScore;

  @Option(names = "--json", description = "Sum up in one line for machines.")
  private boolean json;

  /** A command in its surroundings. */
  public CalibrateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!Files.exists(file)) {
      throw CommandException.usedWrongly("cannot read %s: there is no such file".formatted(file));
    }
    try {
      StatusLine status = new StatusLine(surroundings);
      CalibrationResult result = Calibration.run(options(), ProfileFit::fit, telling(status));
      status.end();
      write(result);
      surroundings.out().println(json ? CalibrationJson.of(result) : CalibrationText.of(result));
      return 0;
    } catch (UnusableFileException | IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  private CalibrationOptions options() throws UnusableFileException {
    CalibrationOptions options = CalibrationOptions.of(file).withZone(zone).withCurrency(currency);
    if (columns != null) {
      options = options.withColumns(ColumnsFile.read(columns));
    }
    if (name != null) {
      options = options.withName(name);
    }
    if (source != null) {
      options = options.withSource(source);
    }
    return noScore ? options.withoutScoring() : options;
  }

  private static Consumer<CalibrationProgress> telling(StatusLine status) {
    return progress ->
        status.show(
            switch (progress.stage()) {
              case READ -> "Reading …";
              case FIT -> "Fitting …";
              case SCORE ->
                  String.format(
                      Locale.ROOT, "Scoring: %d of %d splits …", progress.done(), progress.of());
            });
  }

  private void write(CalibrationResult result) {
    write(out, path -> ProfileFile.write(result.profile(), path));
    write(
        RealismFile.beside(out),
        path -> RealismFile.write(result.report(), result.profile(), Instant.now(), path));
    if (report != null) {
      write(report, result.report()::write);
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path path) throws IOException;
  }

  private static void write(Path path, Writing writing) {
    try {
      writing.to(path);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot write %s: %s".formatted(path, FileProblem.describe(e)), e);
    }
  }
}
