package dev.highstreet.sql;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The three database roles: the owner applies migrations, the writer is the jobs, the reader is the
 * dashboard. Roles belong to the server, not to a database, so they are made by an administrator
 * before the first migration.
 */
public final class Roles {
  /** Owns every schema and table; applies migrations. */
  public static final String OWNER = "highstreet_owner";

  /** Reads and writes rows; cannot change tables. The jobs. */
  public static final String WRITER = "highstreet_writer";

  /** Reads rows, nothing else. The dashboard. */
  public static final String READER = "highstreet_reader";

  private Roles() {}

  /**
   * Creates the roles that do not exist yet, able to log in, and lets the owner create schemas in
   * the connection's database. Existing roles are left as they are.
   *
   * @param administrator a connection of a role that may create roles
   * @throws SQLException if the server refuses
   */
  public static void ensure(Connection administrator) throws SQLException {
    requireNonNull(administrator, "administrator is null");
    try (Statement statement = administrator.createStatement()) {
      for (String role : List.of(OWNER, WRITER, READER)) {
        if (!exists(statement, role)) {
          statement.execute("CREATE ROLE " + role + " LOGIN");
        }
      }
      String database = statement.enquoteIdentifier(administrator.getCatalog(), true);
      statement.execute("GRANT CREATE ON DATABASE " + database + " TO " + OWNER);
    }
  }

  private static boolean exists(Statement statement, String role) throws SQLException {
    String query = "SELECT 1 FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(role);
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
