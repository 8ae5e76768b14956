package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupingIT {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void theTablesOfTheMigrationsAreTheMartsWithTheirKeys() throws SQLException {
    Map<String, String> marts = new TreeMap<>();
    for (Grouping grouping : Grouping.values()) {
      for (Grain grain : grouping.grains()) {
        String period =
            switch (grain) {
              case HOUR -> "hour";
              case DAY -> "day";
              case MONTH -> "month";
            };
        marts.put(
            grouping.mart(grain),
            grouping.column() == null ? period : period + ", " + grouping.column());
      }
    }
    assertThat(primaryKeysOfSchemaMart()).isEqualTo(marts);
  }

  private static Map<String, String> primaryKeysOfSchemaMart() throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.OWNER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT t.table_name, string_agg(k.column_name, ', ' ORDER BY k.ordinal_position)
                FROM information_schema.tables t
                LEFT JOIN information_schema.table_constraints c
                  ON (c.table_schema, c.table_name) = (t.table_schema, t.table_name)
                  AND c.constraint_type = 'PRIMARY KEY'
                LEFT JOIN information_schema.key_column_usage k
                  ON (k.table_schema, k.table_name) = (t.table_schema, t.table_name)
                  AND k.constraint_name = c.constraint_name
                WHERE t.table_schema = 'mart'
                GROUP BY t.table_name
                """)) {
      Map<String, String> keys = new TreeMap<>();
      while (rows.next()) {
        keys.put(rows.getString(1), rows.getString(2));
      }
      return keys;
    }
  }
}
