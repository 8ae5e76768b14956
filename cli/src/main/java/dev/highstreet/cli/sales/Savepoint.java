package dev.highstreet.cli.sales;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A savepoint of the live job, or a checkpoint that outlived it.
 *
 * @param location its directory as Flink names it: {@code file:/data/savepoint-1}, {@code s3://…}
 */
record Savepoint(String location) {
  private static final String METADATA = "_metadata";
  private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]+:.*";

  Savepoint {
    requireNonNull(location, "location is null");
  }

  /**
   * As somebody names it: a path on this machine, or an address. What is on this machine must be
   * there.
   *
   * @throws CommandException if it is not, or is no savepoint
   */
  static Savepoint named(String given) {
    boolean address = given.matches(SCHEME);
    Path here = address ? path(given).orElse(null) : Path.of(given).toAbsolutePath().normalize();
    if (here == null) {
      return new Savepoint(given.replaceFirst("/+$", ""));
    }
    Path directory = here.endsWith(METADATA) ? here.getParent() : here;
    if (!address && !Files.isReadable(directory.resolve(METADATA))) {
      throw CommandException.usedWrongly(
          "there is no savepoint %s: it is a directory that holds a file %s; stop sales --savepoint prints where it put one"
              .formatted(directory, METADATA));
    }
    return new Savepoint("file:" + directory);
  }

  /** Where it is if it is in a file system of a machine, which may be another one. */
  Optional<Path> path() {
    return path(location);
  }

  private static Optional<Path> path(String location) {
    try {
      URI address = new URI(location);
      return "file".equals(address.getScheme()) && address.getPath() != null
          ? Optional.of(Path.of(address.getPath()).normalize())
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw CommandException.usedWrongly(
          "'%s' is no address of a savepoint: %s".formatted(location, e.getReason()), e);
    }
  }
}
