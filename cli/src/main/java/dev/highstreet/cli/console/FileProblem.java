package dev.highstreet.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the file system refused, in the words of a user. */
public final class FileProblem {
  private FileProblem() {}

  /** Why an operation on a file or directory failed; the file itself is named by the caller. */
  public static String describe(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "%s is a file, not a directory".formatted(problem.getMessage());
    }
    if (problem instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return problem.getMessage();
  }
}
