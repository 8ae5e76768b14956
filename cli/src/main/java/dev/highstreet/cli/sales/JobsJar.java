package dev.highstreet.cli.sales;

import dev.highstreet.cli.console.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that holds all jobs, as the build leaves it. */
public final class JobsJar {
  private JobsJar() {}

  /** Where it is, below the project's directory. */
  public static Path in(Path home) {
    return home.resolve("flink-jobs").resolve("target").resolve("highstreet-jobs.jar");
  }

  /**
   * The same, sure to exist.
   *
   * @throws CommandException if it does not
   */
  public static Path present(Path home) {
    return readable(in(home), "build it with mvn -DskipTests package");
  }

  /** One that somebody names, sure to exist. */
  static Path named(Path jar) {
    return readable(jar.toAbsolutePath().normalize(), "name the highstreet-jobs.jar of a build");
  }

  private static Path readable(Path jar, String wayOut) {
    if (!Files.isReadable(jar) || Files.isDirectory(jar)) {
      throw CommandException.usedWrongly("there is no jobs' jar %s: %s".formatted(jar, wayOut));
    }
    return jar;
  }
}
