package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.sql.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;

/** Brings a database that somebody else runs to where the jobs need it. */
final class ExternalDatabase {
  private ExternalDatabase() {}

  /**
   * Applies migrations, where the owner's password is known; else looks whether somebody has.
   *
   * @throws CommandException if it does not answer, or lacks the tables
   */
  static void prepare(Databases databases) {
    if (databases.owner().isPresent()) {
      migrate(databases.owner().get());
    }
    try (Connection connection = databases.reader().connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT to_regclass('ops.run_counts') IS NOT NULL")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw CommandException.usedWrongly(
            "the database %s lacks Highstreet's tables: set %s to have them made by highstreet_owner, or apply sql/migrations"
                .formatted(databases.url(), Databases.OWNER_PASSWORD));
      }
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "no use of the database %s as %s: %s"
              .formatted(databases.url(), databases.reader().user(), oneLine(e)),
          e);
    }
  }

  private static void migrate(DatabaseLogin owner) {
    try {
      int unused = Migrations.apply(owner.connections());
    } catch (FlywayException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw CommandException.usedWrongly(
          "migrations were not applied to %s as %s: %s"
              .formatted(owner.url(), owner.user(), oneLine(reason)),
          e);
    }
  }

  private static String oneLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
