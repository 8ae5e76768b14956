package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one process take the files of a folder. The lock ends with its holder, however that ends. It
 * belongs to one thread.
 */
final class FolderLock implements AutoCloseable {
  private final Path file;
  private FileChannel channel;

  FolderLock(Path file) {
    this.file = requireNonNull(file, "file is null");
  }

  /** Whether it is ours: it is taken if nobody has it. */
  boolean isHeld() throws IOException {
    if (channel != null) {
      return true;
    }
    FileChannel open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = open.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // another one in this process has it
    } finally {
      if (locked) {
        channel = open;
      } else {
        open.close();
      }
    }
    return locked;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
