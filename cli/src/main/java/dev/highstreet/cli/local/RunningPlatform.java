package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.Surroundings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A platform that another process runs, as that process wrote it down.
 *
 * @param pid its process id
 * @param addresses where its parts answer
 * @param embeddedDatabase whether its Postgres trusts local connections
 */
public record RunningPlatform(long pid, Addresses addresses, boolean embeddedDatabase) {
  /** What an embedded database is called, whatever its port. */
  static final String EMBEDDED = "embedded";

  private static final ObjectMapper JSON = new ObjectMapper();

  public RunningPlatform {
    requireNonNull(addresses, "addresses is null");
  }

  /** Its database; of one elsewhere, roles and passwords come from the environment. */
  public Databases databases(Surroundings surroundings) {
    return embeddedDatabase
        ? Databases.trusting(addresses.database())
        : Databases.elsewhere(addresses.database(), surroundings);
  }

  static RunningPlatform read(Path file) {
    try {
      return JSON.readValue(file.toFile(), RunningPlatform.class);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s, which says where the running platform is: %s"
              .formatted(file, FileProblem.describe(e)),
          e);
    }
  }

  void write(Path file) throws IOException {
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }
}
