package dev.highstreet.dashboard.shell;

import java.sql.SQLException;

/** Says in plain words why Postgres gave no rows. */
final class DatabaseProblems {
  private static final String UNDEFINED_SCHEMA = "3F000";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String UNDEFINED_COLUMN = "42703";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String CANCELLED = "57014";
  private static final String NOT_ALLOWED = "42501";

  private DatabaseProblems() {}

  static Problem describe(SQLException failure, String url) {
    String where = withoutSecrets(url);
    String state = deepestState(failure);
    return switch (state) {
      case UNDEFINED_SCHEMA, UNDEFINED_TABLE, UNDEFINED_COLUMN ->
          new Problem(
              "The tables are not there yet",
              where
                  + " answers, but lacks a table this page needs. Apply the migrations: ./highstreet up");
      case NO_SUCH_DATABASE ->
          new Problem(
              "There is no such database", where + " does not exist. Create it: ./highstreet up");
      case CANCELLED ->
          new Problem("Postgres took too long", "Stopped after 2 s. Everything else goes on.");
      case NOT_ALLOWED ->
          new Problem(
              "Not allowed to read",
              where + ": " + firstLine(failure) + ". Grant SELECT to the reader.");
      default -> byClass(state, where, failure);
    };
  }

  /** Whether there was no answer at all: the connection failed, or the server is shutting down. */
  static boolean isSilence(SQLException failure) {
    String state = deepestState(failure);
    return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
  }

  private static Problem byClass(String state, String where, SQLException failure) {
    if (state.startsWith("28")) {
      return new Problem("Postgres refused the login", where + ": " + firstLine(failure));
    }
    if (state.startsWith("22")) {
      return new Problem("Postgres refused a value", where + ": " + firstLine(failure));
    }
    return new Problem(
        "Postgres does not answer",
        where + " did not answer within 2 s. Figures come back by themselves.");
  }

  /** The pool wraps what the driver said; the driver's own state is the telling one. */
  private static String deepestState(SQLException failure) {
    String state = "";
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state;
  }

  private static String firstLine(SQLException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }

  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    return (query < 0 ? url : url.substring(0, query)).replaceFirst("^jdbc:postgresql:/*", "");
  }
}
