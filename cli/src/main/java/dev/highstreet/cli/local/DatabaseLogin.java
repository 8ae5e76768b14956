package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database and a role of it.
 *
 * @param url JDBC address, without user and password
 * @param user the role
 * @param password empty where the server trusts the connection; never shown
 */
public record DatabaseLogin(String url, String user, String password) {
  private static final String SCHEME = "jdbc:postgresql:";

  public DatabaseLogin {
    requireNonNull(url, "url is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
    if (!url.startsWith(SCHEME)) {
      throw CommandException.usedWrongly(
          "database '%s' is no JDBC address: write %s//HOST:PORT/DATABASE".formatted(url, SCHEME));
    }
    if (url.contains("password=")) {
      throw CommandException.usedWrongly(
          "the database address holds a password, and addresses are shown: set HIGHSTREET_DB_PASSWORD instead");
    }
  }

  /** The same database as another role. */
  public DatabaseLogin as(String otherUser, String itsPassword) {
    return new DatabaseLogin(url, otherUser, itsPassword);
  }

  /** Connections as this role; not pooled. */
  public DataSource connections() {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(url);
    connections.setUser(user);
    connections.setPassword(password);
    return connections;
  }

  /** Shows everything but the password. */
  @Override
  public String toString() {
    return "DatabaseLogin[url=%s, user=%s, password=***]".formatted(url, user);
  }
}
