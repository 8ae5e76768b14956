package dev.highstreet.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Postgres that a killed JVM left behind. It goes on running on its data directory, and names
 * itself in {@code postmaster.pid} there; the JVM's lock beside it is gone with the JVM.
 */
final class OrphanedPostmaster {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long POLL_MILLIS = 20;

  private OrphanedPostmaster() {}

  /**
   * Stops it, if there is one: asks first, then kills. Nothing is lost either way, Postgres
   * recovers from its write-ahead log.
   *
   * @return the process id of the one stopped
   * @throws PlatformException if a living JVM uses the directory
   */
  static Optional<Long> reap(Path dataDir) throws IOException {
    Optional<ProcessHandle> postmaster = postmasterOf(dataDir);
    if (postmaster.isEmpty()) {
      return Optional.empty();
    }
    refuseIfInUse(dataDir);
    stop(postmaster.get());
    LOG.warn("Stopped Postgres {}, left behind on {}", postmaster.get().pid(), dataDir);
    return Optional.of(postmaster.get().pid());
  }

  /** The running postmaster of a data directory; empty also where its process id is reused. */
  static Optional<ProcessHandle> postmasterOf(Path dataDir) throws IOException {
    Path pidFile = dataDir.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> isPostgresOn(dataDir, process.info()));
  }

  private static boolean isPostgresOn(Path dataDir, ProcessHandle.Info info) {
    boolean postgres = info.command().map(Path::of).filter(c -> c.endsWith("postgres")).isPresent();
    boolean sameData =
        info.arguments().map(a -> List.of(a).contains(dataDir.toString())).orElse(true);
    return postgres && sameData;
  }

  private static void refuseIfInUse(Path dataDir) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                dataDir.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse(dataDir);
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(dataDir);
    }
  }

  private static PlatformException inUse(Path dataDir) {
    return new PlatformException(
        "Another process runs Postgres on %s; stop it, or name another data directory"
            .formatted(dataDir));
  }

  private static void stop(ProcessHandle postmaster) {
    List<ProcessHandle> backends = postmaster.children().toList();
    postmaster.destroy();
    if (!hasExited(postmaster)) {
      // backends first: one that outlives its postmaster keeps the next one from starting
      backends.forEach(ProcessHandle::destroyForcibly);
      postmaster.destroyForcibly();
      if (!hasExited(postmaster)) {
        throw new PlatformException(
            "Postgres %d, left behind by an earlier run, does not stop; end it by hand: kill -9 %d"
                .formatted(postmaster.pid(), postmaster.pid()));
      }
    }
  }

  private static boolean hasExited(ProcessHandle process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && !isZombie(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Whether it has ended, and only its parent (in a container, often nobody) has not asked yet. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false; // gone meanwhile, or not Linux
    }
  }
}
