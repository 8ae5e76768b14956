package dev.highstreet.simulator.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.simulator.emit.EmitException;
import dev.highstreet.simulator.emit.StagedFolder;
import dev.highstreet.simulator.emit.WriteFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are in a folder of truth: {@code day=2025-03-01} holds a day that is over, {@code
 * _open/day=2025-03-02} what was saved of one that is not, {@code _writing} what is being written,
 * and {@code _truth.json} says whose truth it is.
 */
final class TruthFolder {
  private static final int FORMAT = 1;
  private static final String MANIFEST = "_truth.json";
  private static final String DAY = "day=";
  private static final String UNTIL = "until.txt";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  TruthFolder(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder;
  }

  Path day(LocalDate day) {
    return folder.resolve(DAY + day);
  }

  Path open() {
    return folder.resolve("_open");
  }

  Path openDay(LocalDate day) {
    return open().resolve(DAY + day);
  }

  Path writing() {
    return folder.resolve("_writing");
  }

  Path writtenDay() {
    return writing().resolve("day");
  }

  /** Where rows go that memory does not hold. */
  Path spill() {
    return writing().resolve("spill");
  }

  /**
   * Makes it the folder of a run, if it is none yet.
   *
   * @throws EmitException if it holds the truth of another run, or something else
   */
  void claim(TruthRun run) {
    try {
      Files.createDirectories(folder);
      Optional<JsonNode> claimed = manifest();
      if (claimed.isPresent()) {
        refuseAnother(claimed.get(), run);
      } else if (!isEmpty()) {
        throw new EmitException(
            "%s is not empty, and holds no truth: name a folder of its own".formatted(folder));
      } else {
        Path written = Files.createDirectories(writing()).resolve(MANIFEST);
        JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), manifest(run));
        Files.move(written, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Deletes the truth that it holds, and nothing else. */
  void empty() {
    try {
      for (LocalDate day : days(folder)) {
        StagedFolder.delete(day(day));
      }
      StagedFolder.delete(open());
      StagedFolder.delete(writing());
      Files.deleteIfExists(folder.resolve(MANIFEST));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private EmitException unwritable(IOException e) {
    return new EmitException(
        "cannot write the truth to %s: %s".formatted(folder, WriteFault.describe(e)), e);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(writing()::equals);
    }
  }

  private Optional<JsonNode> manifest() throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    return Files.exists(manifest)
        ? Optional.of(JSON.readTree(manifest.toFile()))
        : Optional.empty();
  }

  private static ObjectNode manifest(TruthRun run) {
    return JSON.createObjectNode()
        .put("format", FORMAT)
        .put("seed", run.seed())
        .put("profile", run.profile())
        .put("from", run.from().toString())
        .put("zone", run.zone().getId());
  }

  private void refuseAnother(JsonNode claimed, TruthRun run) {
    if (!claimed.toString().equals(manifest(run).toString())) {
      throw new EmitException(
          "%s holds the truth of another run (seed %s, profile %s, from %s in %s; this is %s): name another folder, or begin afresh"
              .formatted(
                  folder,
                  claimed.path("seed").asText(),
                  claimed.path("profile").asText(),
                  claimed.path("from").asText(),
                  claimed.path("zone").asText(),
                  run));
    }
  }

  /** The last day that is written whole. */
  Optional<LocalDate> lastDay() {
    try {
      return days(folder).stream().max(LocalDate::compareTo);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Up to when an open day has been saved. */
  Optional<Instant> savedUntil(LocalDate day) {
    Path until = openDay(day).resolve(UNTIL);
    try {
      return Files.exists(until)
          ? Optional.of(Instant.parse(Files.readString(until).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  static void writeUntil(Path openDay, Instant until) throws IOException {
    Files.writeString(openDay.resolve(UNTIL), until + "\n");
  }

  private static List<LocalDate> days(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.flatMap(path -> day(path.getFileName().toString()).stream()).toList();
    }
  }

  private static Optional<LocalDate> day(String name) {
    try {
      return name.startsWith(DAY)
          ? Optional.of(LocalDate.parse(name.substring(DAY.length())))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
