package dev.highstreet.simulator.emit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something cannot be written, in the words of a user rather than of the runtime. */
public final class WriteFault {
  private WriteFault() {}

  /** A few words, such as {@code permission denied}. */
  public static String describe(IOException fault) {
    if (fault instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (fault instanceof FileAlreadyExistsException there) {
      return there.getFile() + " is a file, not a folder";
    }
    if (fault instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (fault instanceof DirectoryNotEmptyException there) {
      return there.getFile() + " is not empty";
    }
    if (fault instanceof FileSystemException other && other.getReason() != null) {
      return withWayOut("%s: %s".formatted(other.getFile(), other.getReason()));
    }
    return withWayOut(String.valueOf(fault.getMessage()));
  }

  /** What the system says of a full disk says nothing of what to do about it. */
  private static String withWayOut(String message) {
    if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
      return message + "; free some, or write to another disk";
    }
    if (message.contains("File too large")) {
      return message + "; raise the limit of a file's size (ulimit -f), or write less";
    }
    return message;
  }
}
