package dev.highstreet.drills.rig;

import dev.highstreet.platform.FreePorts;
import dev.highstreet.testsupport.Eventually;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker that is a process of its own, behind a proxy to which all its clients are sent. */
public final class DrillKafka implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path directory;
  private final int port;
  private final TcpProxy proxy;
  private Process process;

  private DrillKafka(Path directory, int port, TcpProxy proxy) {
    this.directory = directory;
    this.port = port;
    this.proxy = proxy;
  }

  /** Starts it; returns when it takes requests. */
  static DrillKafka start(Path directory) throws Exception {
    int port = new FreePorts().next(0);
    DrillKafka kafka = new DrillKafka(Files.createDirectories(directory), port, TcpProxy.to(port));
    kafka.launch();
    return kafka;
  }

  /** Where everyone connects: the proxy. */
  public String bootstrapServers() {
    return "127.0.0.1:" + proxy.port();
  }

  /** The network between it and its clients. */
  public TcpProxy network() {
    return proxy;
  }

  /** Kills it, as {@code kill -9} does; returns when it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again where it was killed, on its old port and data; returns when it runs. */
  public void startAgain() throws Exception {
    launch();
  }

  private void launch() throws Exception {
    Path log = directory.resolve("kafka.log");
    Files.deleteIfExists(log);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KafkaServer.class.getName(),
                    directory.resolve("data").toString(),
                    Integer.toString(port),
                    Integer.toString(proxy.port())))
            .redirectErrorStream(true)
            .redirectOutput(new File(log.toString()))
            .start();
    Eventually.wait(PATIENCE, "Kafka to run", () -> runs(log), () -> lastWords(log));
  }

  private boolean runs(Path log) throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("Kafka did not start. " + lastWords(log));
    }
    return Files.exists(log) && Files.readString(log).contains("Kafka runs at");
  }

  private static String lastWords(Path log) {
    try {
      return log + " says\n" + Files.readString(log);
    } catch (IOException e) {
      return log + " cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    proxy.close();
  }
}
