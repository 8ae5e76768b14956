package dev.highstreet.cli.verify;

import static dev.highstreet.cli.verify.JudgedWorld.only;
import static dev.highstreet.cli.verify.JudgedWorld.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.verify.Difference.Kind;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever differs from the truth is found and named, and nothing else. */
class FoundDifferencesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @TempDir Path directory;
  private JudgedWorld world;

  @BeforeEach
  void begin() throws SQLException {
    POSTGRES.emptyTables();
    world = JudgedWorld.in(directory, POSTGRES);
  }

  @Test
  void everythingThatAJobLeavesIsReconciled() throws Exception {
    world.left("");
    Verdict verdict = world.verify();
    assertThat(verdict.tables()).allMatch(TableVerdict::holds).hasSize(22);
    assertThat(verdict.tables())
        .extracting(TableVerdict::table)
        .contains("core.orders", "mart.daily_sales");
    assertThat(verdictOn(verdict, "core.orders").expected()).isEqualTo(5);
    assertThat(verdict.holds()).isTrue();
    assertThat(directory.resolve("verify")).isEmptyDirectory();
  }

  @Test
  void missingExtraAndDifferentRowsAreToldApart() throws Exception {
    world.left(
        """
        DELETE FROM core.orders WHERE order_id = 'O2';
        INSERT INTO core.stores SELECT 'Ghost', revision, name, type, city, postcode, manager, opening_hours,
               commission_rate, rating, opened_at, run_id, updated_at FROM core.stores WHERE store_id = 'WEB';
        UPDATE core.customers SET country = 'Spain', segment = 'new' WHERE customer_id = 'C2'""");
    Verdict verdict = world.verify();
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.reconciled()).isEqualTo(19);
    assertThat(verdictOn(verdict, "core.orders").missing()).isOne();
    assertThat(verdictOn(verdict, "core.stores").extra()).isOne();
    assertThat(only(verdict, "core.customers"))
        .isEqualTo(
            new Difference(
                Kind.DIFFERENT,
                Map.of("customer_id", "C2"),
                List.of(
                    new ColumnDifference("country", "France", "Spain"),
                    new ColumnDifference("segment", "null", "new"))));
  }

  @Test
  void aMillionthOfAPennyIsADifference() throws Exception {
    world.left(
        "UPDATE mart.daily_sales SET refunds = refunds + 0.00000001 WHERE day = '2025-03-31'");
    assertThat(only(world.verify(), "mart.daily_sales").columns())
        .containsExactly(
            new ColumnDifference("refunds", "2.75", "2.75000001"),
            new ColumnDifference("revenue", "0.75", "0.74999999"),
            new ColumnDifference("gross_margin", "0.25", "0.24999999"));
  }

  @Test
  void numbersThatAreWrittenInAnotherWayAreEqual() throws Exception {
    world.left(
        "UPDATE core.products SET list_price = 3.000000000, unit_cost = 1 WHERE product_id = 'BOWL'");
    assertThat(only(world.verify(), "core.products").columns())
        .extracting(ColumnDifference::column)
        .containsExactly("list_price", "unit_cost");
    world.run(
        "UPDATE core.products SET list_price = 6.000000000, unit_cost = 2 WHERE product_id = 'BOWL'");
    assertThat(world.verify().holds()).isTrue();
  }

  @Test
  void rowsAreInOneOrderOnBothSidesWhateverTheirKeysAre() throws Exception {
    world.left(
        "DELETE FROM mart.daily_sales_by_product WHERE product_id = 'BOWL' AND day = '2025-03-29'");
    TableVerdict products = verdictOn(world.verify(), "mart.daily_sales_by_product");
    assertThat(products.missing()).isOne();
    assertThat(products.differences()).isOne();
    assertThat(products.equal()).isEqualTo(4);
  }

  @Test
  void lostEventAndUnexplainedLetterAreFound() throws Exception {
    world.left(
        """
        UPDATE ops.run_counts SET events = events - 1 WHERE topic = 'highstreet.returns';
        INSERT INTO ops.dead_letters (topic, partition, "offset", line, stage, reason, detail, record_time, key, run_id, updated_at)
        VALUES ('highstreet.orders', 0, 0, 1, 'CLEAN', 'NON_POSITIVE_PRICE', '', now(), 'O2', 1, now());
        INSERT INTO ops.late_events (topic, partition, "offset", kind, event_id, occurred_at, received_at, day, bytes, run_id, updated_at)
        VALUES ('highstreet.orders', 0, 0, 'BEHIND', gen_random_uuid(), now(), now(), '2025-03-29', '', 1, now())""");
    Verdict verdict = world.verify();
    assertThat(only(verdict, "ops.run_counts").columns())
        .containsExactly(new ColumnDifference("events", "1", null));
    assertThat(only(verdict, "ops.dead_letters").key())
        .containsEntry("key", "O2")
        .containsEntry("reason", "NON_POSITIVE_PRICE");
    assertThat(verdictOn(verdict, "ops.late_events, behind").extra()).isOne();
  }

  @Test
  void everyComparisonIsWrittenDownForTheDashboardToRead() throws Exception {
    world.left("UPDATE core.customers SET country = 'Spain' WHERE customer_id = 'C2'");
    Verdict verdict = world.verify();
    assertThat(verdict.notes()).isEmpty();
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT concat_ws(' ', count(*), count(DISTINCT reconciliation_id), min(view), min(first_day), max(last_day),
                                 count(*) FILTER (WHERE equal = expected AND extra = 0),
                                 max(first_differences #>> '{0,columns,0,found}'))
                FROM ops.reconciliations""")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("22 1 FINAL 2025-03-29 2025-04-01 21 Spain");
    }
  }
}
