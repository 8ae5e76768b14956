package dev.highstreet.platform;

/** Flink did not answer, or refused; the message carries its own reason. */
public final class FlinkRestException extends Exception {
  private static final long serialVersionUID = 1L;

  FlinkRestException(String message) {
    super(message);
  }

  FlinkRestException(String message, Throwable cause) {
    super(message, cause);
  }
}
