package dev.highstreet.simulator.emit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: it is written beside its place, and moved there. */
final class StagedFile implements Staged {
  private final Path target;
  private final Path staging;

  /**
   * A file that is to appear in a place.
   *
   * @param target absolute
   */
  StagedFile(Path target) {
    this.target = target;
    this.staging = target.resolveSibling("." + target.getFileName() + ".partial");
  }

  /** Begins it; what a run that died has left in its place is overwritten. */
  OutputStream create() throws IOException {
    Files.createDirectories(target.getParent());
    return Files.newOutputStream(staging);
  }

  @Override
  public void complete() throws IOException {
    Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void abandon() throws IOException {
    Files.deleteIfExists(staging);
  }
}
