package dev.highstreet.jobs.mart;

import java.sql.SQLException;
import java.util.Set;

/** Reads the SQLSTATE of an error: whether it may pass, and what to do about it. */
final class SqlFailure {
  // serialization failure, deadlock, a lock that is held for long, a transaction that was idle for
  // long, too many connections; shutdowns and start-up
  private static final Set<String> CROWDED = Set.of("40001", "40P01", "55P03", "25P03", "53300");
  private static final Set<String> SHUTDOWN = Set.of("57P01", "57P02", "57P03");
  private static final String CONNECTION_CLASS = "08";

  private SqlFailure() {}

  /** Whether the same statement may well succeed on a new connection in a while. */
  static boolean isTransient(SQLException failure) {
    String state = stateOf(failure);
    return state.startsWith(CONNECTION_CLASS)
        || CROWDED.contains(state)
        || SHUTDOWN.contains(state);
  }

  /** One line for whoever started the job: what is wrong with which database, and the way out. */
  static String explain(SQLException failure, Database database) {
    String place = "%s as %s".formatted(database.url(), database.user());
    String server = firstLine(failure);
    String state = stateOf(failure);
    // the driver's own advice about a refused connection says the same in more words
    if (state.startsWith(CONNECTION_CLASS) || SHUTDOWN.contains(state)) {
      return "cannot reach the database %s: %s. Check that it runs and that the address is right"
          .formatted(place, server.replaceFirst("\\. Check that .*", ""));
    }
    return switch (state) {
      case "28P01", "28000" ->
          "the database %s refuses the log-in: %s. Check the user and HIGHSTREET_DB_PASSWORD"
              .formatted(place, server);
      case "3D000" ->
          "the database %s does not exist: %s. Create it, or correct the address"
              .formatted(place, server);
      case "42P01", "3F000", "42703" ->
          "the database %s lacks Highstreet's tables, or has older ones: %s. Apply sql/migrations;"
                  .formatted(place, server)
              + " ./highstreet up does so";
      case "42501" ->
          "the database %s does not let this role write: %s. Connect as highstreet_writer"
              .formatted(place, server);
      default -> "the database %s failed (SQLSTATE %s): %s".formatted(place, state, server);
    };
  }

  /** The message without the driver's further lines, such as the statement's context. */
  static String firstLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  private static String stateOf(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
