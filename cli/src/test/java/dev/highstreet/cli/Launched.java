package dev.highstreet.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher script, run as users run it: as a process, with files for what it prints. */
public final class Launched implements AutoCloseable {
  /** The script at the root of the project. */
  public static final Path SCRIPT = Path.of("..", "highstreet").toAbsolutePath().normalize();

  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Process process;
  private final Path out;
  private final Path err;

  private Launched(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it in a directory, which also takes the files; no HIGHSTREET_ variable is passed on. */
  public static Launched highstreet(Path directory, String... arguments) throws IOException {
    return run(SCRIPT, directory, Map.of(), arguments);
  }

  /** The same, heeding SIGINT: a build in the background may ignore it, and Java would, too. */
  static Launched interruptible(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("--default-signal=INT", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return run(Path.of("env"), directory, Map.of(), command.toArray(String[]::new));
  }

  /** Starts a script with more environment. */
  public static Launched run(
      Path script, Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HIGHSTREET_"));
    builder.environment().putAll(environment);
    return new Launched(builder.start(), out, err);
  }

  /** Standard output so far. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  /** Standard error so far. */
  public String err() throws IOException {
    return Files.readString(err);
  }

  /** Waits for its end, and returns its exit code. */
  public int exitCode() throws Exception {
    return exitCode(PATIENCE);
  }

  /** Waits for its end for some time, and returns its exit code. */
  int exitCode(Duration within) throws Exception {
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("Not ended within %s.%n%s%s".formatted(within, out(), err()));
    }
    return process.exitValue();
  }

  /** The last line of standard output, once it has ended. */
  public JsonNode json() throws Exception {
    int unused = exitCode();
    List<String> lines = out().lines().toList();
    if (lines.isEmpty()) {
      throw new AssertionError("Nothing on standard output.\n" + err());
    }
    return EXACT.readTree(lines.get(lines.size() - 1));
  }

  /** Waits until standard output holds a line, and returns the first. */
  public JsonNode firstLine() throws Exception {
    awaits("standard output", out, "\n");
    return EXACT.readTree(out().lines().findFirst().orElseThrow());
  }

  /** Waits until standard output holds a text. */
  public void awaitOut(String text) throws Exception {
    awaits("standard output", out, text);
  }

  /** Waits until standard error holds a text. */
  public void awaitErr(String text) throws Exception {
    awaits("standard error", err, text);
  }

  private void awaits(String name, Path file, String text) throws Exception {
    Eventually.wait(
        PATIENCE,
        "%s to hold '%s'".formatted(name, text),
        () -> {
          if (!process.isAlive() && !Files.readString(file).contains(text)) {
            throw new AssertionError("It ended.\n" + out() + err());
          }
          return Files.readString(file).contains(text);
        },
        this::printed);
  }

  private String printed() {
    try {
      return out() + err();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Sends SIGTERM, as Ctrl-C sends SIGINT. */
  public void terminate() {
    process.destroy();
  }

  /** Sends a signal, by its name: INT is what Ctrl-C sends. */
  void signal(String name) throws Exception {
    String[] kill = {"kill", "-" + name, Long.toString(process.pid())};
    int code = new ProcessBuilder(kill).inheritIO().start().waitFor();
    if (code != 0) {
      throw new AssertionError("kill -%s ended with %d".formatted(name, code));
    }
  }

  /** Sends SIGKILL, and waits for the end. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The process itself; the script has become Java. */
  ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(TO_STOP.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }
}
