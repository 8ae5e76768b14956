package dev.highstreet.simulator.emit;

/** Events could not be delivered; the message says where to, and what to look at. */
public final class EmitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line for a user. */
  public EmitException(String message) {
    super(message);
  }

  /** One line for a user, and what lies behind it. */
  public EmitException(String message, Throwable cause) {
    super(message, cause);
  }
}
