package dev.highstreet.cli;

import dev.highstreet.cli.console.Memory;
import dev.highstreet.cli.console.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A command that was run in this JVM.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
public record Ran(int exitCode, String out, String err) {
  /** Memory that is enough for anything. */
  public static final Memory AMPLE = new Memory(16L << 30, 4L << 30);

  /** Runs a command with no environment and ample memory. */
  public static Ran highstreet(String... arguments) {
    return highstreet(Map.of(), AMPLE, arguments);
  }

  /** Runs a command. */
  public static Ran highstreet(
      Map<String, String> environment, Memory memory, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Highstreet.run(
            new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment,
                Path.of("no", "home"),
                memory,
                Instant.EPOCH),
            arguments);
    return new Ran(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of standard error. */
  public List<String> complaints() {
    return err.lines().toList();
  }
}
