package dev.highstreet.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.LogManager;

/**
 * Where a command writes down everything that its user need not read. The terminal is for the user.
 */
public final class LogFile {
  /** The property that {@code log4j2.xml} and Flink's web UI read. */
  private static final String PROPERTY = "log.file";

  private LogFile() {}

  /**
   * Sends all logging of this process to a file; has to come before the first logger is made.
   *
   * @param directory made when absent
   * @param command names the file
   */
  public static void open(Path directory, String command) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot write logs to %s: %s".formatted(directory, FileProblem.describe(e)), e);
    }
    System.setProperty(PROPERTY, directory.resolve(command + ".log").toString());
    LogManager.getLogManager().reset(); // the JDK's own loggers write to the terminal
  }

  /** The file, if there is one. */
  public static Optional<Path> current() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }
}
