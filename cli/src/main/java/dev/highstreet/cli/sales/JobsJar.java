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

  /** The same, sure to exist. */
  static Path present(Path home) {
    Path jar = in(home);
    if (!Files.isReadable(jar)) {
      throw CommandException.usedWrongly(
          "there is no jobs' jar %s: build it with mvn -DskipTests package".formatted(jar));
    }
    return jar;
  }
}
