package dev.highstreet.platform;

/** Reads the text of a Java stack trace, as Flink reports failures. */
final class StackTraces {
  private static final String CAUSE = "Caused by: ";

  private StackTraces() {}

  /** The innermost cause, without frames: exception and message, on one line. */
  static String rootCause(String stackTrace) {
    int cause = stackTrace.lastIndexOf(CAUSE);
    String innermost = cause < 0 ? stackTrace : stackTrace.substring(cause + CAUSE.length());
    int frames = innermost.indexOf("\n\tat ");
    String message = frames < 0 ? innermost : innermost.substring(0, frames);
    return message.strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
