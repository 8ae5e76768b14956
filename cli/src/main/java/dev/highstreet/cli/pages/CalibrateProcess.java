package dev.highstreet.cli.pages;

import dev.highstreet.cli.Main;
import dev.highstreet.dashboard.tasks.Work;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./highstreet calibrate}, in a process of its own: it takes memory that the servers in this
 * one would lack, and whoever asks for it here is told what the command would tell.
 */
final class CalibrateProcess {
  private static final long LOOK_MILLIS = 250;
  private static final double READ = 0.02;
  private static final double FIT = 0.1;
  private static final Pattern SPLITS = Pattern.compile("Scoring: (\\d+) of (\\d+) splits.*");

  private final Path file;
  private final List<String> command;

  CalibrateProcess(Path file, Path columns, ZoneId zone, Path profile) {
    this.file = file;
    this.command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "calibrate",
                file.toString(),
                "--time-zone",
                zone.getId(),
                "--out",
                profile.toString()));
    if (Files.exists(columns)) {
      command.addAll(List.of("--columns", columns.toString()));
    }
  }

  /**
   * Runs it to its end.
   *
   * @return what came of it
   * @throws Work.Refusal with the command's own words, if it cannot learn from the file
   * @throws InterruptedException if this is asked to give up; the process ends, too
   */
  String run(Work.Progress progress) throws IOException, InterruptedException {
    Path said = file.resolveSibling("calibrate.log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(said.toFile())
            .start();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        tell(lastLine(said), progress);
      }
      if (process.exitValue() != 0) {
        throw new Work.Refusal(
            "calibrate ended with exit code %d: %s".formatted(process.exitValue(), lastLine(said)),
            null);
      }
      return "Measured on %s.".formatted(file.getFileName());
    } finally {
      process.destroy();
    }
  }

  private static String lastLine(Path said) throws IOException {
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
  }

  private static void tell(String line, Work.Progress progress) {
    Matcher splits = SPLITS.matcher(line);
    if (splits.matches()) {
      double share = Double.parseDouble(splits.group(1)) / Double.parseDouble(splits.group(2));
      progress.tell(FIT + (1 - FIT) * share, line);
    } else if (line.startsWith("Reading")) {
      progress.tell(READ, line);
    } else if (line.startsWith("Fitting")) {
      progress.tell(FIT, line);
    }
  }
}
