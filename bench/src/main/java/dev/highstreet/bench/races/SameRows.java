package dev.highstreet.bench.races;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Compares what two racers left, every row of every mart, every measure to the last digit. */
final class SameRows {
  private SameRows() {}

  /**
   * How many rows all marts have.
   *
   * @throws IllegalStateException naming the mart, if a row is in one schema alone, or differs
   */
  static long of(Arena arena, String one, String other) throws SQLException {
    long rows = 0;
    try (Connection connection = arena.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET work_mem = '1GB'");
      for (SalesMart mart : SalesMart.all()) {
        String columns = mart.key() + ", " + SalesMart.MEASURES;
        long differing =
            count(
                statement,
                """
                WITH one AS (SELECT %1$s FROM %2$s.%4$s), other AS (SELECT %1$s FROM %3$s.%4$s)
                SELECT count(*) FROM (
                  (SELECT * FROM one EXCEPT ALL SELECT * FROM other)
                  UNION ALL (SELECT * FROM other EXCEPT ALL SELECT * FROM one)) AS d"""
                    .formatted(columns, one, other, mart.table()));
        if (differing > 0) {
          throw new IllegalStateException(
              "%s: %,d rows are in %s or %s alone".formatted(mart.table(), differing, one, other));
        }
        rows += count(statement, "SELECT count(*) FROM %s.%s".formatted(one, mart.table()));
      }
    }
    return rows;
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
