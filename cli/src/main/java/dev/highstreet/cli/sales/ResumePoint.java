package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.local.FileTree;
import dev.highstreet.cli.local.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From where the live job can go on: a savepoint, and what was accounted for when it was taken.
 * There is none after a kill; the job then reads the topics again from their beginning, which ends
 * in the same rows.
 *
 * <p>It is written down twice: in the data directory, for the next platform there, and beside a
 * savepoint that somebody asked for, which no platform deletes then.
 *
 * @param whose where the savepoint's records and rows are
 * @param run the run that the savepoint ended, in {@code ops.runs}
 * @param savepoint as Flink names it
 * @param offsets up to where that run had accounted for records: see {@link TopicOffsets#after}
 */
record ResumePoint(Origin whose, long run, String savepoint, TopicOffsets offsets) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BESIDE = "highstreet.json";

  /**
   * What a savepoint is of: with another Kafka or database its offsets and totals mean nothing.
   *
   * @param kafka the cluster's id
   * @param database its address, or that it is embedded
   */
  record Origin(String kafka, String database) {
    Origin {
      requireNonNull(kafka, "kafka is null");
      requireNonNull(database, "database is null");
    }
  }

  ResumePoint {
    requireNonNull(whose, "whose is null");
    requireNonNull(savepoint, "savepoint is null");
    requireNonNull(offsets, "offsets is null");
  }

  /** What was written down beside a savepoint; empty for one that is not on this machine. */
  static Optional<ResumePoint> beside(Savepoint savepoint) {
    return savepoint.path().flatMap(directory -> read(directory.resolve(BESIDE)));
  }

  /** Writes it down beside its savepoint, where that is on this machine. */
  void writeBeside() throws IOException {
    Optional<Path> directory = new Savepoint(savepoint).path().filter(Files::isDirectory);
    if (directory.isPresent()) {
      write(directory.get().resolve(BESIDE));
    }
  }

  static Optional<ResumePoint> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      return Optional.of(
          new ResumePoint(
              new Origin(root.path("kafka").asText(), root.path("database").asText()),
              root.path("run").asLong(),
              root.path("savepoint").asText(),
              TopicOffsets.fromJson(root.path("offsets").toString())));
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s; remove it, and the job begins with the first record"
              .formatted(file, FileProblem.describe(e)),
          e);
    }
  }

  /** Whether its savepoint can be gone on from; one that is not on this machine is taken to be. */
  boolean isThere() {
    return new Savepoint(savepoint).path().map(Files::isDirectory).orElse(true);
  }

  /** Writes it down in place of an earlier one, whose savepoint is of no more use then. */
  void replace(Path file, Path savepoints) throws IOException {
    Optional<ResumePoint> earlier = read(file);
    write(file);
    if (earlier.isPresent() && !earlier.get().savepoint.equals(savepoint)) {
      Optional<Path> old = new Savepoint(earlier.get().savepoint).path();
      // one elsewhere, or one that somebody asked for, is not ours to delete
      if (old.isPresent()
          && old.get().startsWith(savepoints)
          && !Files.exists(old.get().resolve(BESIDE))) {
        FileTree.delete(old.get());
      }
    }
  }

  void write(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("kafka", whose.kafka());
    root.put("database", whose.database());
    root.put("run", run);
    root.put("savepoint", savepoint);
    root.set("offsets", JSON.readTree(offsets.toJson()));
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }
}
