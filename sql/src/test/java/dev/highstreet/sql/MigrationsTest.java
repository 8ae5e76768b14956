package dev.highstreet.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private static EmbeddedPostgres server;

  @BeforeAll
  static void migrate() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    try (Connection administrator = server.getPostgresDatabase().getConnection()) {
      Roles.ensure(administrator);
    }
    Migrations.apply(server.getDatabase(Roles.OWNER, "postgres"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void secondApplicationChangesNothing() throws SQLException {
    try (Connection administrator = server.getPostgresDatabase().getConnection()) {
      Roles.ensure(administrator);
    }
    assertThat(Migrations.apply(server.getDatabase(Roles.OWNER, "postgres"))).isZero();
  }

  @Test
  void everySalesMartHasTheSameMeasures() throws SQLException {
    List<String> marts =
        read(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'mart' AND table_name ~ '_sales(_by_|$)'");
    assertThat(marts).hasSizeGreaterThanOrEqualTo(11);
    for (String mart : marts) {
      assertThat(
              read(
                  """
                  SELECT column_name FROM information_schema.columns AS c
                  WHERE table_schema = 'mart' AND table_name = '%s' AND NOT EXISTS (
                    SELECT FROM information_schema.key_column_usage AS k
                    WHERE (k.table_schema, k.table_name, k.column_name) = (c.table_schema, c.table_name, c.column_name))
                  ORDER BY ordinal_position"""
                      .formatted(mart)))
          .as(mart)
          .containsExactly(
              "orders",
              "customers",
              "units",
              "gross_sales",
              "discounts",
              "net_sales",
              "cost_of_goods",
              "returned_units",
              "refunds",
              "returned_cost",
              "run_id",
              "updated_at",
              "average_order_value",
              "revenue",
              "gross_margin");
    }
  }

  @Test
  void ratiosAreNullWhereNothingWasSold() throws SQLException {
    execute(
        Roles.WRITER,
        "INSERT INTO mart.daily_sales VALUES ('2011-01-01', 0, 0, 0, 0, 0, 0, 0, 2, 10, 6, 1, now())");
    assertThat(
            read(
                "SELECT coalesce(average_order_value::text, 'null') || ' ' || revenue || ' ' || gross_margin FROM mart.daily_sales WHERE day = '2011-01-01'"))
        .containsExactly("null -10 -4");
  }

  @Test
  void aNewSalesMartIsMadeLikeAnotherAndNeedsNoGrants() throws SQLException {
    execute(
        Roles.OWNER,
        """
        CREATE TABLE mart.daily_sales_by_test (LIKE mart.daily_sales_by_category INCLUDING ALL);
        ALTER TABLE mart.daily_sales_by_test RENAME COLUMN category TO payment_method""");
    try {
      String row = "('2011-01-01', 'CARD', 4, 1, 9, 10, 0, 10, 6, 0, 1, 0, 1, now())";
      execute(Roles.WRITER, "INSERT INTO mart.daily_sales_by_test VALUES " + row);
      assertThat(
              read(
                  "SELECT average_order_value::numeric(9, 2) || ' ' || revenue || ' ' || gross_margin"
                      + " FROM mart.daily_sales_by_test WHERE payment_method = 'CARD'"))
          .containsExactly("2.50 9 3");
      assertThatThrownBy(
              () -> execute(Roles.WRITER, "INSERT INTO mart.daily_sales_by_test VALUES " + row))
          .hasMessageContaining("duplicate key");
    } finally {
      execute(Roles.OWNER, "DROP TABLE mart.daily_sales_by_test");
    }
  }

  @Test
  void everyMartHasATableInWhichABackfillStagesItsRows() throws SQLException {
    assertThat(
            read(
                Roles.OWNER,
                columnsAndKeys("staging", "replace(t.table_name, 'mart_', '')", "mart_%")))
        .isEqualTo(
            read(Roles.OWNER, columnsAndKeys("mart", "t.table_name", "%")).stream()
                .map(row -> row.replaceFirst("\\((.*)\\)", "(run_id, $1)"))
                .toList());
  }

  /** A row a table: its name, its primary key, its columns. */
  private static String columnsAndKeys(String schema, String name, String like) {
    return """
        SELECT %2$s || ' (' ||
          (SELECT string_agg(k.column_name, ', ' ORDER BY k.ordinal_position) FROM information_schema.key_column_usage AS k
           WHERE (k.table_schema, k.table_name) = (t.table_schema, t.table_name)) || ') ' ||
          (SELECT string_agg(c.column_name || ' ' || c.data_type, ', ' ORDER BY c.ordinal_position) FROM information_schema.columns AS c
           WHERE (c.table_schema, c.table_name) = (t.table_schema, t.table_name))
        FROM information_schema.tables AS t
        WHERE t.table_schema = '%1$s' AND t.table_name LIKE '%3$s'
        ORDER BY 1"""
        .formatted(schema, name, like);
  }

  @Test
  void readerCannotWriteAndWriterCannotChangeTables() {
    assertThatThrownBy(() -> execute(Roles.READER, "DELETE FROM mart.daily_sales"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> execute(Roles.WRITER, "DROP TABLE mart.daily_sales"))
        .hasMessageContaining("must be owner");
  }

  private static List<String> read(String query) throws SQLException {
    return read(Roles.READER, query);
  }

  private static List<String> read(String role, String query) throws SQLException {
    try (Connection connection = server.getDatabase(role, "postgres").getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static void execute(String role, String statement) throws SQLException {
    try (Connection connection = server.getDatabase(role, "postgres").getConnection()) {
      connection.createStatement().execute(statement);
    }
  }
}
