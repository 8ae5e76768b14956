package dev.highstreet.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory without what a killed server left in it. */
final class EmptyDirectory {
  private EmptyDirectory() {}

  /** Makes it, or deletes all that is in it. */
  static void make(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> left = Files.walk(directory)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(directory);
  }

  /** Whether there is nothing in it, or no such directory. */
  static boolean isAt(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    try (Stream<Path> there = Files.list(directory)) {
      return there.findAny().isEmpty();
    }
  }
}
