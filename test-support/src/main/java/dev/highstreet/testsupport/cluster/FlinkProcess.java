package dev.highstreet.testsupport.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One JVM of the cluster. It does not outlive this one. */
final class FlinkProcess {
  private static final int LAST_LINES = 30;

  /** Packages of java.base that Flink's own settings open on Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.net",
          "java.nio",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks");

  private final Process process;
  private final Path log;
  private final Thread atExit;

  private FlinkProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroyForcibly, "kill " + log.getFileName());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts an entry point of Flink's on the class path of Flink alone.
   *
   * @param conf the directory of {@code config.yaml}
   * @param arguments besides that directory
   * @param environment variables besides those of this process
   * @param log what it says goes there
   */
  static FlinkProcess start(
      String entryPoint,
      int heapMebibytes,
      Path conf,
      List<String> arguments,
      Map<String, String> environment,
      Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("-Dlog4j2.configurationFile=" + conf.resolve("log4j2.properties").toUri());
    command.add("-cp");
    command.add(FlinkClassPath.of(System.getProperty("java.class.path")));
    command.addAll(List.of(entryPoint, "--configDir", conf.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new FlinkProcess(builder.start(), log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /** Where it writes to, and the last of it, for the message of a failure. */
  String lastWords() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      List<String> last = all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
      return log + " ends with\n" + String.join("\n", last);
    } catch (IOException e) {
      return log + " cannot be read: " + e.getMessage();
    }
  }
}
