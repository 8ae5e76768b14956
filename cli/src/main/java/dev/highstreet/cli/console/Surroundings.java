package dev.highstreet.cli.console;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param out standard output: results
 * @param err standard error: progress and complaints
 * @param terminal whether somebody watches: lines may be redrawn
 * @param environment the process's environment
 * @param home the project's directory, where the jobs' jar is
 * @param memory what there is of it
 * @param startedAt when the process began
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    Path home,
    Memory memory,
    Instant startedAt) {
  public Surroundings {
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
    environment = Map.copyOf(environment);
    requireNonNull(home, "home is null");
    requireNonNull(memory, "memory is null");
    requireNonNull(startedAt, "startedAt is null");
  }

  /** Those of this process; the launcher tells the home and whether there is a terminal. */
  public static Surroundings ofThisProcess() {
    return new Surroundings(
        // unlike System.out, which fails silently once a closed pipe has failed it
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean("highstreet.terminal"),
        System.getenv(),
        Path.of(System.getProperty("highstreet.home", "")).toAbsolutePath(),
        Memory.ofThisMachine(),
        // of Java, not of the process: that was a script before, which may have built the project
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
  }

  /** A variable of the environment; empty if unset or blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Seconds since the process began. */
  public Duration sinceStart() {
    return Duration.between(startedAt, Instant.now());
  }
}
