package dev.highstreet.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of truth as it is now: the days that are whole, and the open one as far as it was saved.
 * See docs/truth.md.
 *
 * @param folder where it is
 * @param zone the shop's time zone, in which days begin and end
 * @param whole the folders of days that are over
 * @param open the folder of the day that is not, if anything was saved of it
 */
record Truth(
    Path folder,
    ZoneId zone,
    NavigableMap<LocalDate, Path> whole,
    NavigableMap<LocalDate, Path> open)
    implements Source, Days {
  private static final int FORMAT = 1;
  private static final String DAY = "day=";

  /**
   * Looks into a folder.
   *
   * @throws CommandException if it holds no truth, or one of another format
   */
  static Truth in(Path folder) {
    Path manifest = folder.resolve("_truth.json");
    if (!Files.isRegularFile(manifest)) {
      throw CommandException.usedWrongly(
          "there is no truth in %s: ./highstreet demo writes one, and so does simulate with --truth; name its folder with --truth. What was replayed from a file has none: compare that with --file FILE"
              .formatted(folder));
    }
    try {
      JsonNode run = new ObjectMapper().readTree(manifest.toFile());
      if (run.path("format").asInt() != FORMAT) {
        throw CommandException.usedWrongly(
            "%s is of format %s; this version reads format %d"
                .formatted(manifest, run.path("format").asText(), FORMAT));
      }
      NavigableMap<LocalDate, Path> whole = days(folder);
      NavigableMap<LocalDate, Path> open = days(folder.resolve("_open"));
      open.keySet().removeAll(whole.keySet()); // it became whole while we looked
      if (whole.isEmpty() && open.isEmpty()) {
        throw CommandException.usedWrongly(
            "the truth in %s holds no day yet: wait until the shop's first day is over"
                .formatted(folder));
      }
      return new Truth(folder, ZoneId.of(run.path("zone").asText()), whole, open);
    } catch (IOException | DateTimeException e) {
      throw CommandException.usedWrongly(
          "cannot read the truth in %s: %s"
              .formatted(
                  folder, e instanceof IOException io ? FileProblem.describe(io) : e.getMessage()),
          e);
    }
  }

  private static NavigableMap<LocalDate, Path> days(Path folder) throws IOException {
    NavigableMap<LocalDate, Path> days = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return days;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path path : folders.toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith(DAY)) {
          days.put(LocalDate.parse(name.substring(DAY.length())), path);
        }
      }
    }
    return days;
  }

  @Override
  public String named() {
    return "the truth in " + folder;
  }

  @Override
  public KeyDatabase answers() throws SQLException {
    return TruthDatabase.open(this, folder.resolveSibling("verify"));
  }

  @Override
  public String teller() {
    return "the truth";
  }

  /** The first day of which it tells. */
  @Override
  public LocalDate firstDay() {
    return Stream.of(whole, open)
        .flatMap(days -> days.keySet().stream())
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The last day of which it tells, whole or not. */
  @Override
  public LocalDate lastDay() {
    return Stream.of(whole, open)
        .flatMap(days -> days.keySet().stream())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  @Override
  public Optional<LocalDate> lastDayEndedBy(Instant time) {
    return whole.descendingKeySet().stream().filter(day -> !end(day).isAfter(time)).findFirst();
  }

  /** The files of a table in all days from one to another that have one. */
  List<Path> files(String table, LocalDate from, LocalDate to) {
    List<Path> files = new ArrayList<>();
    for (NavigableMap<LocalDate, Path> days : List.of(whole, open)) {
      for (Path day : days.subMap(from, true, to, true).values()) {
        Path file = day.resolve(table + ".parquet");
        if (Files.exists(file)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}
