package dev.highstreet.simulator.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: it is filled in another place of the same file system,
 * and moved to its own once it is whole.
 */
public final class StagedFolder implements Staged {
  private final Path target;
  private final Path staging;

  private StagedFolder(Path target, Path staging) {
    this.target = target;
    this.staging = staging;
  }

  /**
   * Begins an empty folder; what a run that died has left in its place is deleted.
   *
   * @param target where it will appear
   * @param staging where it is filled, on the same file system
   */
  public static StagedFolder begin(Path target, Path staging) throws IOException {
    delete(staging);
    Files.createDirectories(staging);
    return new StagedFolder(target, staging);
  }

  /**
   * Begins an empty folder beside its place, where there must be none that holds anything.
   *
   * @throws EmitException if there is, or it cannot be made
   */
  public static StagedFolder beginNew(Path target) {
    Path place = target.toAbsolutePath().normalize();
    try {
      if (Files.exists(place) && !(Files.isDirectory(place) && isEmpty(place))) {
        throw new EmitException(
            "%s is there already: name a new folder, or delete it".formatted(target));
      }
      return begin(place, place.resolveSibling("." + place.getFileName() + ".partial"));
    } catch (IOException e) {
      throw new EmitException(
          "cannot write to %s: %s".formatted(target, WriteFault.describe(e)), e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Where to put its files. */
  public Path path() {
    return staging;
  }

  @Override
  public void complete() throws IOException {
    delete(target);
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void abandon() throws IOException {
    delete(staging);
  }

  /** Deletes a folder, or a file, and all that is in it; does nothing if there is none. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(path)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : deepestFirst) {
      Files.delete(one);
    }
  }
}
