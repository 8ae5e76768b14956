package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read from the migrations, beside what Postgres makes of them. */
class TablesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Map<String, String> IN_FULL =
      Map.of("timestamptz", "timestamp with time zone");

  @Test
  void martsHaveTheColumnsThatPostgresHas() throws SQLException {
    assertThat(columns())
        .isNotEmpty()
        .isEqualTo(
            rows(
                """
                SELECT format('%s.%s.%s %s%s', table_schema, table_name, column_name, data_type,
                              CASE WHEN is_generated = 'ALWAYS' THEN ' generated' END)
                FROM information_schema.columns
                WHERE table_schema = 'mart'
                ORDER BY table_schema, table_name, ordinal_position
                """));
  }

  @Test
  void martsHaveThePrimaryKeysThatPostgresHas() throws SQLException {
    List<String> keys =
        marts().stream()
            .map(table -> table.name() + " " + String.join(", ", table.key()))
            .sorted()
            .toList();

    assertThat(keys)
        .isEqualTo(
            rows(
                """
                SELECT indrelid::regclass || ' ' || string_agg(attname, ', ' ORDER BY place)
                FROM pg_index
                CROSS JOIN LATERAL unnest(indkey) WITH ORDINALITY AS part (number, place)
                JOIN pg_attribute ON (attrelid, attnum) = (indrelid, number)
                WHERE indisprimary AND indrelid::regclass::text LIKE 'mart.%'
                GROUP BY indrelid
                ORDER BY 1
                """));
  }

  @Test
  void martMadeLikeAnotherFollowsItsChanges() {
    SourceFiles files =
        SourceFiles.of(
            Map.of(
                "sql/migrations/V2__b.sql",
                """
                CREATE TABLE mart.b (LIKE mart.a INCLUDING ALL);
                ALTER TABLE mart.b RENAME COLUMN k TO key;
                ALTER TABLE mart.b ADD COLUMN more text, DROP COLUMN n;
                COMMENT ON COLUMN mart.b.key IS 'Whose it''s.';
                """,
                "sql/migrations/V1__a.sql",
                "CREATE TABLE mart.a (k date PRIMARY KEY, n bigint NOT NULL CHECK (n > 0));"));

    Table b = Tables.of(files).get(1);

    assertThat(b.name()).isEqualTo("mart.b");
    assertThat(b.columns()).extracting(Column::name).containsExactly("key", "more");
    assertThat(b.columns().get(0).comment()).isEqualTo("Whose it's.");
    assertThat(b.key()).containsExactly("key");
    assertThat(b.statements()).hasSize(4).first().asString().startsWith("CREATE TABLE mart.a");
  }

  @Test
  void tenthMigrationComesAfterTheNinth() {
    SourceFiles files =
        SourceFiles.of(
            Map.of(
                "sql/migrations/V10__b.sql", "DROP TABLE mart.a;",
                "sql/migrations/V9__a.sql", "CREATE TABLE mart.a (k date);"));

    assertThat(Tables.of(files)).isEmpty();
  }

  private static List<Table> marts() {
    return Tables.of(SourceFiles.load()).stream()
        .filter(table -> table.name().startsWith("mart."))
        .toList();
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    marts().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(
            table ->
                table
                    .columns()
                    .forEach(
                        column ->
                            columns.add(
                                "%s.%s %s%s"
                                    .formatted(
                                        table.name(),
                                        column.name(),
                                        IN_FULL.getOrDefault(column.type(), column.type()),
                                        column.generated().isPresent() ? " generated" : ""))));
    return columns;
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = POSTGRES.as(Roles.OWNER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
