package dev.highstreet.cli.doctor;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.cli.console.Memory;
import dev.highstreet.cli.sales.JobsJar;
import dev.highstreet.platform.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at what the embedded platform runs on: Java, memory, disk, ports, and the build. */
final class Machine {
  private static final int OLDEST_JAVA = 17;
  private static final long DISK_NEEDED = 2L << 30;

  private Machine() {}

  static Finding java(Runtime.Version version) {
    String found = "version " + version;
    return version.feature() >= OLDEST_JAVA
        ? Finding.ok("Java", found)
        : Finding.wrong("Java", found, "install Java 17 or newer");
  }

  static Finding memory(Memory memory) {
    String found =
        String.format(
            Locale.ROOT,
            "%,d MB, of which Java's heap may take %,d MB",
            Memory.megabytes(memory.machine()),
            Memory.megabytes(memory.heap()));
    try {
      memory.refuseIfTooLittle();
      return Finding.ok("memory", found);
    } catch (CommandException e) {
      return Finding.wrong("memory", found, e.getMessage());
    }
  }

  /** Whether the data directory, or the nearest one above that exists, can be written. */
  static Finding writing(Path data) {
    Path there = nearestExisting(data);
    try {
      Path probe = Files.createTempFile(there, "highstreet", ".probe");
      Files.delete(probe);
      return Finding.ok("data", data.toString());
    } catch (IOException e) {
      return Finding.wrong(
          "data",
          "%s cannot be written: %s".formatted(there, FileProblem.describe(e)),
          "give yourself write permission, or name another directory with --data");
    }
  }

  static Finding disk(Path data) {
    try {
      return disk(data, Files.getFileStore(nearestExisting(data)).getUsableSpace());
    } catch (IOException e) {
      return Finding.note("disk", "unknown: " + FileProblem.describe(e), "");
    }
  }

  static Finding disk(Path data, long usable) {
    String found = String.format(Locale.ROOT, "%,d MB free for %s", Memory.megabytes(usable), data);
    return usable >= DISK_NEEDED
        ? Finding.ok("disk", found)
        : Finding.wrong(
            "disk",
            found,
            String.format(
                Locale.ROOT,
                "make room for %,d MB, or name another directory with --data",
                Memory.megabytes(DISK_NEEDED)));
  }

  private static Path nearestExisting(Path data) {
    return Stream.iterate(data.toAbsolutePath(), Path::getParent)
        .filter(path -> Files.isDirectory(path) || path.getParent() == null)
        .findFirst()
        .orElseThrow();
  }

  /** Ports that the platform would take, by server; busy ones are no fault. */
  static List<Finding> ports(Map<String, Integer> preferred) {
    return preferred.entrySet().stream()
        .filter(server -> server.getValue() != 0)
        .map(
            server ->
                FreePorts.isFree(server.getValue())
                    ? Finding.ok(
                        "port", "%d for %s is free".formatted(server.getValue(), server.getKey()))
                    : Finding.note(
                        "port",
                        "%d for %s is busy".formatted(server.getValue(), server.getKey()),
                        "nothing to do: the next free one will be taken"))
        .toList();
  }

  static Finding jobsJar(Path home) {
    Path jar = JobsJar.in(home);
    return Files.isReadable(jar)
        ? Finding.ok("jobs", jar.toString())
        : Finding.wrong("jobs", "there is no " + jar, "build it: mvn -DskipTests package");
  }

  /** Postgres does not run as root; where unshare exists it is run under another identity. */
  static Finding user(String name, boolean unshare) {
    return !name.equals("root") || unshare
        ? Finding.ok("user", name)
        : Finding.wrong(
            "user", "root, whom Postgres refuses", "run as another user, or install util-linux");
  }

  /** Whether a program is on the path. */
  static boolean onPath(String program, String path) {
    return Stream.of(path.split(":", -1))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
