package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

/** A file that is not read any further: nothing of it is taken. */
final class RefusedFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * A refusal.
   *
   * @param line where it is at fault, from 1; 0 if it is no line's fault
   * @param reason what is wrong, and the way out
   */
  RefusedFile(long line, String reason) {
    super(requireNonNull(reason, "reason is null"));
    this.line = line;
  }

  long line() {
    return line;
  }
}
