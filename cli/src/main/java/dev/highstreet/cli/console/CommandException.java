package dev.highstreet.cli.console;

import static java.util.Objects.requireNonNull;

/** Ends a command with one line for its user, and an exit code. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The work was done, and its answer is no. */
  public static final int ANSWER_IS_NO = 1;

  /** The work could not begin: wrong input, or something it needs is missing. */
  public static final int USED_WRONGLY = 2;

  private final int exitCode;

  private CommandException(int exitCode, String message, Throwable cause) {
    super(requireNonNull(message, "message is null"), cause);
    this.exitCode = exitCode;
  }

  /** The work was done, and its answer is no. */
  public static CommandException answerIsNo(String message) {
    return new CommandException(ANSWER_IS_NO, message, null);
  }

  /** The work was done, and its answer is no; the cause goes to the log. */
  public static CommandException answerIsNo(String message, Throwable cause) {
    return new CommandException(ANSWER_IS_NO, message, cause);
  }

  /** The work could not begin. */
  public static CommandException usedWrongly(String message) {
    return new CommandException(USED_WRONGLY, message, null);
  }

  /** The work could not begin; the cause goes to the log. */
  public static CommandException usedWrongly(String message, Throwable cause) {
    return new CommandException(USED_WRONGLY, message, cause);
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }
}
