package dev.highstreet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Postgres of a data directory, seen from outside. */
final class Postmaster {
  private Postmaster() {}

  /** Its process, by the file that it keeps while it runs. */
  static ProcessHandle of(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
  }

  /** Whether a process has ended, even if nobody has asked how. */
  static boolean hasEnded(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return true;
    }
  }
}
