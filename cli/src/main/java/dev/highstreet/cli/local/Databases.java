package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.sql.Roles;
import java.util.Optional;

/**
 * One database as those who use it.
 *
 * @param writer the jobs
 * @param reader the dashboard, the data tests and the summaries
 * @param owner who applies migrations; empty where that is somebody else's business
 */
public record Databases(DatabaseLogin writer, DatabaseLogin reader, Optional<DatabaseLogin> owner) {
  static final String USER = "HIGHSTREET_DB_USER";
  static final String PASSWORD = "HIGHSTREET_DB_PASSWORD";
  static final String READER_PASSWORD = "HIGHSTREET_READER_PASSWORD";
  static final String OWNER_PASSWORD = "HIGHSTREET_OWNER_PASSWORD";

  public Databases {
    requireNonNull(writer, "writer is null");
    requireNonNull(reader, "reader is null");
    requireNonNull(owner, "owner is null");
  }

  /** A database whose server trusts local connections: the three roles, without passwords. */
  public static Databases trusting(String url) {
    return new Databases(
        new DatabaseLogin(url, Roles.WRITER, ""),
        new DatabaseLogin(url, Roles.READER, ""),
        Optional.of(new DatabaseLogin(url, Roles.OWNER, "")));
  }

  /** A database elsewhere; roles and passwords come from the environment. */
  public static Databases elsewhere(String url, Surroundings surroundings) {
    DatabaseLogin writer =
        new DatabaseLogin(
            url,
            surroundings.variable(USER).orElse(Roles.WRITER),
            surroundings.variable(PASSWORD).orElse(""));
    return new Databases(
        writer,
        surroundings
            .variable(READER_PASSWORD)
            .map(password -> writer.as(Roles.READER, password))
            .orElse(writer),
        surroundings.variable(OWNER_PASSWORD).map(password -> writer.as(Roles.OWNER, password)));
  }

  /** The JDBC address, without a user. */
  public String url() {
    return writer.url();
  }
}
