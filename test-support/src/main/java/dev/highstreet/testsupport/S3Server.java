package dev.highstreet.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * S3Proxy as a process: it keeps objects in a folder, and checks signatures. It can be stopped, and
 * started again on the same port and folder.
 */
final class S3Server implements AutoCloseable {
  static final String ACCESS_KEY = "highstreet-test";
  static final String SECRET_KEY = "not-a-secret-but-signed-with";

  /** Module {@code test-support/s3} puts it there; tests run in the folder of their module. */
  private static final Path CLASS_PATH = Path.of("..", "test-support", "s3", "target", "lib");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private Process process;

  private S3Server(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static S3Server start(Path directory) {
    try {
      S3Server server = new S3Server(directory, freePort());
      Files.createDirectories(directory.resolve("objects"));
      Files.writeString(directory.resolve("s3proxy.conf"), server.settings());
      server.run();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String settings() {
    return """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
        .formatted(endpoint(), ACCESS_KEY, SECRET_KEY, directory.resolve("objects"));
  }

  private void run() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    CLASS_PATH.toAbsolutePath().normalize() + "/*",
                    "org.gaul.s3proxy.Main",
                    "--properties",
                    directory.resolve("s3proxy.conf").toString()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("s3proxy.log").toFile()))
            .start();
    try {
      Eventually.wait(PATIENCE, "S3Proxy to answer", this::answers, this::log);
    } catch (Exception | AssertionError e) {
      close();
      throw new IllegalStateException("S3Proxy does not answer: " + log(), e);
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended");
    }
    try {
      return ((HttpURLConnection) endpoint().toURL().openConnection()).getResponseCode() > 0;
    } catch (IOException e) {
      return false; // it is asked again
    }
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("s3proxy.log"));
    } catch (IOException e) {
      return "(its log cannot be read: %s)".formatted(e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void whileStopped(Meanwhile meanwhile) throws Exception {
    close();
    try {
      meanwhile.happens();
    } finally {
      run();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    var unused = process.onExit().join();
  }
}
