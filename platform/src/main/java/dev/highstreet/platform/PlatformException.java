package dev.highstreet.platform;

/** A server that does not start, stop or answer; the message says which, where, and what to do. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A sentence for whoever started the server. */
  public PlatformException(String message) {
    super(message);
  }

  /** A sentence for whoever started the server, and what it came from. */
  public PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
