package dev.highstreet.cli.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The most memory that the platform took, in bytes, as Linux tells it. Of this process it is the
 * resident set's high-water mark (VmHWM), which misses nothing. Of Postgres it is the largest sum
 * of its processes' proportional set sizes (PSS: what they share is counted once), sampled once a
 * second.
 */
public final class PeakMemory implements AutoCloseable {
  private final ScheduledExecutorService sampling =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sample-memory");
            thread.setDaemon(true);
            return thread;
          });
  private final Supplier<Optional<ProcessHandle>> postmaster;
  private volatile long postgres;

  private PeakMemory(Supplier<Optional<ProcessHandle>> postmaster) {
    this.postmaster = postmaster;
  }

  /** Begins to sample. */
  public static PeakMemory watch(Supplier<Optional<ProcessHandle>> postmaster) {
    PeakMemory watched = new PeakMemory(postmaster);
    var unused = watched.sampling.scheduleWithFixedDelay(watched::sample, 0, 1, TimeUnit.SECONDS);
    return watched;
  }

  private void sample() {
    long now =
        postmaster.get().stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(process -> kilobytes("smaps_rollup", process.pid(), "Pss:").orElse(0))
            .sum();
    postgres = Math.max(postgres, now << 10);
  }

  /** The largest sum seen over Postgres' processes; 0 where it is elsewhere. */
  public long postgres() {
    return postgres;
  }

  /** The high-water mark of this process; empty where the system is not Linux. */
  public static OptionalLong ofThisProcess() {
    OptionalLong peak = kilobytes("status", ProcessHandle.current().pid(), "VmHWM:");
    return peak.isPresent() ? OptionalLong.of(peak.getAsLong() << 10) : peak;
  }

  /** A line of a file in /proc; empty if the process has ended meanwhile. */
  private static OptionalLong kilobytes(String file, long pid, String label) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(label))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | RuntimeException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    sampling.shutdownNow();
  }
}
