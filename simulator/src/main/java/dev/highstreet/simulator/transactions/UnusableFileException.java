package dev.highstreet.simulator.transactions;

/** A file cannot be used; the message is one line that says which, why, and what to do. */
public final class UnusableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One line for a user. */
  public UnusableFileException(String message) {
    super(message);
  }

  /** One line for a user, and what lies behind it. */
  public UnusableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
