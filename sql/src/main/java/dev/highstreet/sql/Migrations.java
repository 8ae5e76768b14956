package dev.highstreet.sql;

import static java.util.Objects.requireNonNull;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Applies {@code sql/migrations}, the only DDL of the project. */
public final class Migrations {
  private static final String LOCATION = "classpath:dev/highstreet/sql/migrations";

  private Migrations() {}

  /**
   * Brings the database to the newest version; does nothing where it is there already.
   *
   * @param owner connects as {@link Roles#OWNER}
   * @return how many migrations were applied
   * @throws org.flywaydb.core.api.FlywayException if one fails, or an applied one was changed since
   */
  public static int apply(DataSource owner) {
    requireNonNull(owner, "owner is null");
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner)
        .locations(LOCATION)
        .defaultSchema("migrations")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
