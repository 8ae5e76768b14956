package dev.highstreet.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much memory another process of Java has, of this user's, on this machine: as {@code /proc}
 * and {@code jcmd} tell.
 */
final class Memory {
  private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");
  private static final double KIB_PER_MIB = 1024;

  private final int pid;

  /**
   * Of the process with this id.
   *
   * @throws IllegalArgumentException if it does not run Java: {@code jcmd} would end it, by the
   *     signal with which it greets
   */
  Memory(int pid) {
    boolean java =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .filter(command -> command.endsWith("/java"))
            .isPresent();
    if (!java) {
      throw new IllegalArgumentException("--pid is " + pid + ", which is no process of Java");
    }
    this.pid = pid;
  }

  /** What it has now, in words. */
  String now() throws IOException {
    return "%.0f MiB resident, %.0f MiB of heap in use"
        .formatted(residentKib() / KIB_PER_MIB, heapKib() / KIB_PER_MIB);
  }

  /** Its heap in use, in MiB, once it is cleared. */
  double clearedMib() throws IOException {
    ask("GC.run");
    return heapKib() / KIB_PER_MIB;
  }

  private long heapKib() throws IOException {
    String told = ask("GC.heap_info");
    List<Long> generations =
        HEAP.matcher(told).results().map(used -> Long.parseLong(used.group(1))).toList();
    if (generations.isEmpty()) {
      throw new IOException("jcmd tells no heap of process " + pid + ": " + told);
    }
    return generations.stream().mapToLong(Long::longValue).sum();
  }

  private String ask(String command) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private long residentKib() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IOException("no VmRSS of process " + pid));
    }
  }
}
