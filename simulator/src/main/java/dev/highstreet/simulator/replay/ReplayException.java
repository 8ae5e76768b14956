package dev.highstreet.simulator.replay;

/** A file cannot be replayed; the message is one line that says why, and what to do. */
public final class ReplayException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One line for a user. */
  public ReplayException(String message) {
    super(message);
  }

  /** One line for a user, and what lies behind it. */
  public ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}
