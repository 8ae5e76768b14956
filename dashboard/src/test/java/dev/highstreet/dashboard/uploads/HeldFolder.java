package dev.highstreet.dashboard.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;

/** Another process, which takes the files of a folder; it ends like one that is killed. */
final class HeldFolder implements AutoCloseable {
  private final Process process;

  private HeldFolder(Process process) {
    this.process = process;
  }

  /** Returns once that process has the lock. */
  static HeldFolder of(Path lockFile) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HeldFolder.class.getName(),
                    lockFile.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (!"held".equals(said)) {
      process.destroyForcibly();
      throw new IllegalStateException("the other process said " + said);
    }
    return new HeldFolder(process);
  }

  /** Takes the lock and keeps it for as long as it lives. */
  public static void main(String[] arguments) throws IOException {
    FolderLock lock = new FolderLock(Path.of(arguments[0]));
    System.out.println(lock.isHeld() ? "held" : "not held");
    System.out.flush();
    int unused = System.in.read();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    var unused = process.onExit().join();
  }
}
