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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From where the live job can go on: a savepoint, taken when every record was accounted for, and
 * the offsets at that moment. There is none after a kill; the job then reads the topics again from
 * their beginning, which ends in the same rows.
 *
 * @param whose where the savepoint's records and rows are
 * @param run the run that the savepoint ended, in {@code ops.runs}
 * @param savepoint as Flink names it
 * @param offsets the first that the savepoint has not seen, in every partition
 */
record ResumePoint(Origin whose, long run, String savepoint, TopicOffsets offsets) {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    URI location = URI.create(savepoint);
    return !"file".equals(location.getScheme()) || Files.isDirectory(Path.of(location));
  }

  /** Writes it down in place of an earlier one, whose savepoint is of no more use then. */
  void replace(Path file, Path savepoints) throws IOException {
    Optional<ResumePoint> earlier = read(file);
    write(file);
    if (earlier.isPresent() && !earlier.get().savepoint.equals(savepoint)) {
      URI old = URI.create(earlier.get().savepoint);
      if ("file".equals(old.getScheme()) && Path.of(old).startsWith(savepoints)) {
        FileTree.delete(Path.of(old)); // one elsewhere is not ours to delete
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
