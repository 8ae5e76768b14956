package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.platform.EmbeddedPostgresServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a platform keeps on disk: one directory, used by one process at a time. */
public final class DataDirectory {
  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /** The directory at a path; nothing is made or read yet. */
  public static DataDirectory at(Path root) {
    return new DataDirectory(requireNonNull(root, "root is null").toAbsolutePath().normalize());
  }

  /** The directory itself, absolute. */
  public Path root() {
    return root;
  }

  /** Where Kafka's log is. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** Where Postgres' data is. */
  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Where Flink's savepoints are. */
  public Path flink() {
    return root.resolve("flink");
  }

  /** Where logs go. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The rows that the last replay could not turn into events. */
  public Path rejects() {
    return root.resolve("rejects.csv");
  }

  /** Where the live job is to go on from. */
  public Path resumePoint() {
    return root.resolve("resume.json");
  }

  /** How to reach the simulator that runs here. */
  public Path control() {
    return root.resolve("control.json");
  }

  /** Where files of transactions are dropped; they are others', so they are never cleared. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** What a person may measure the simulator on, and what came of it. */
  public Path realism() {
    return root.resolve("realism");
  }

  /** With what a person may change things on the pages. */
  public Path operatorToken() {
    return root.resolve("operator-token");
  }

  /** What truly happened in the shop that was simulated here. */
  public Path truth() {
    return root.resolve("truth");
  }

  /** Where a comparison with the truth puts what memory does not hold; of no use once it ended. */
  private Path comparisons() {
    return root.resolve("verify");
  }

  private Path state() {
    return root.resolve("platform.json");
  }

  private Path lockFile() {
    return root.resolve("lock");
  }

  /** Whether a platform was ever here. */
  public boolean holdsData() {
    return Files.isDirectory(postgres());
  }

  /**
   * Takes the directory for this process, making it when absent.
   *
   * @throws CommandException if it cannot be written, another process has it, or it is not ours
   */
  public Lock lock() {
    refuseIfNotOurs();
    FileChannel channel = openLockFile();
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw CommandException.usedWrongly(inUse());
      }
      Files.deleteIfExists(state()); // of a killed process
      return new Lock(channel);
    } catch (OverlappingFileLockException e) {
      throw CommandException.usedWrongly(inUse(), e);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot lock %s: %s".formatted(lockFile(), FileProblem.describe(e)), e);
    }
  }

  /** What a platform begins afresh it deletes: it must be sure whose directory that is. */
  private void refuseIfNotOurs() {
    if (!Files.isDirectory(root) || Files.exists(lockFile())) {
      return;
    }
    try (Stream<Path> there = Files.list(root)) {
      if (there.anyMatch(path -> !path.equals(logs()))) { // others than platforms log there, too
        throw CommandException.usedWrongly(
            "%s holds files that are not Highstreet's: name an empty or a new directory with --data"
                .formatted(root));
      }
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot look into the data directory %s: %s".formatted(root, FileProblem.describe(e)), e);
    }
  }

  private FileChannel openLockFile() {
    try {
      Files.createDirectories(root);
      return FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot write to the data directory %s: %s; name another one with --data"
              .formatted(root, FileProblem.describe(e)),
          e);
    }
  }

  private String inUse() {
    String by =
        announced()
            .map(
                platform ->
                    "process %d, %s".formatted(platform.pid(), platform.addresses().dashboard()))
            .orElse("a platform that is starting or stopping");
    return "%s is in use by %s: stop that first, or name another directory with --data"
        .formatted(root, by);
  }

  /** The platform that another process runs on this directory now. */
  public Optional<RunningPlatform> running() {
    if (!Files.exists(state())) {
      return Optional.empty();
    }
    try (FileChannel channel =
            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      // whoever can take the lock is alone: the file was left by a killed process
      return lock == null ? announced() : Optional.empty();
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot look into the data directory %s: %s".formatted(root, FileProblem.describe(e)), e);
    }
  }

  private Optional<RunningPlatform> announced() {
    return Files.exists(state()) ? Optional.of(RunningPlatform.read(state())) : Optional.empty();
  }

  /** The directory as this process holds it. */
  public final class Lock implements AutoCloseable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
      this.channel = channel;
    }

    /** What is locked. */
    public DataDirectory directory() {
      return DataDirectory.this;
    }

    /** Says where the platform is, for other processes. */
    void announce(RunningPlatform platform) {
      try {
        platform.write(state());
      } catch (IOException e) {
        throw CommandException.usedWrongly(
            "cannot write %s: %s".formatted(state(), FileProblem.describe(e)), e);
      }
    }

    /** Stops the Postgres that a killed platform left running here. */
    void stopOrphans() {
      EmbeddedPostgresServer.reapOrphan(postgres());
    }

    /** Removes the data of earlier platforms, whose servers have stopped. */
    void clear() {
      try {
        for (Path kept :
            List.of(
                kafka(), postgres(), flink(), truth(), comparisons(), control(), resumePoint())) {
          FileTree.delete(kept);
        }
      } catch (IOException e) {
        throw CommandException.usedWrongly(
            "cannot clear the data directory %s: %s".formatted(root, FileProblem.describe(e)), e);
      }
    }

    /** Lets others have it; does nothing the second time. */
    @Override
    public void close() {
      if (!channel.isOpen()) {
        return;
      }
      try {
        Files.deleteIfExists(state());
        channel.close();
      } catch (IOException e) {
        throw CommandException.usedWrongly(
            "cannot unlock %s: %s".formatted(root, FileProblem.describe(e)), e);
      }
    }
  }
}
