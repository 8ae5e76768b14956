package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Where the tables are, and as whom to write them. Travels to the workers inside the job, so the
 * password is part of the serialised job, but of no text: {@link #toString} shows {@code ***}.
 *
 * @param url a PostgreSQL JDBC address, {@code jdbc:postgresql://HOST:PORT/DATABASE}; without a
 *     password in it, because addresses are printed
 * @param user a role that may write {@code core}, {@code mart} and {@code ops}
 * @param password of that role; empty where the server asks for none
 */
public record Database(String url, String user, String password) implements Serializable {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final Pattern SECRET = Pattern.compile("(?i)[?&]password=|://[^/]*@");

  public Database {
    requireNonNull(url, "url is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
    if (SECRET.matcher(url).find()) {
      throw new IllegalArgumentException(
          "the database address holds a password, and addresses are printed: leave it out there"
              + " and set HIGHSTREET_DB_PASSWORD");
    }
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "database address \"%s\" is not one of PostgreSQL: write jdbc:postgresql://HOST:PORT/DATABASE"
              .formatted(url));
    }
    if (user.isBlank()) {
      throw new IllegalArgumentException("the database user is blank: set HIGHSTREET_DB_USER");
    }
  }

  @Override
  public String toString() {
    return "Database[url=%s, user=%s, password=***]".formatted(url, user);
  }
}
