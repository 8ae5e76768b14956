package dev.highstreet.jobs.mart;

/** The database cannot be used; the message is one line for whoever started the job. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
