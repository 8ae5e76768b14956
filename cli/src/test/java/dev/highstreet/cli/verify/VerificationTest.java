package dev.highstreet.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.verify.Difference.Kind;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever differs from the truth is found and named, and nothing else. */
class VerificationTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final LocalDate SATURDAY = SmallWorld.FIRST_DAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);

  @TempDir Path directory;
  private Path truth;

  @BeforeEach
  void writeTruth() throws SQLException {
    POSTGRES.emptyTables();
    truth = directory.resolve("truth");
    SmallWorld.write(truth);
  }

  @Test
  void everythingThatAJobLeavesIsReconciled() throws Exception {
    left("");
    Verdict verdict = verify();
    assertThat(verdict.tables()).allMatch(TableVerdict::holds).hasSize(22);
    assertThat(verdict.tables())
        .extracting(TableVerdict::table)
        .contains("core.orders", "mart.daily_sales");
    assertThat(of(verdict, "core.orders").expected()).isEqualTo(5);
    assertThat(verdict.holds()).isTrue();
    assertThat(directory.resolve("verify")).isEmptyDirectory();
  }

  @Test
  void missingExtraAndDifferentRowsAreToldApart() throws Exception {
    left(
        """
        DELETE FROM core.orders WHERE order_id = 'O2';
        INSERT INTO core.stores SELECT 'Ghost', revision, name, type, city, postcode, manager, opening_hours,
               commission_rate, rating, opened_at, run_id, updated_at FROM core.stores WHERE store_id = 'WEB';
        UPDATE core.customers SET country = 'Spain', segment = 'new' WHERE customer_id = 'C2'""");
    Verdict verdict = verify();
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.reconciled()).isEqualTo(19);
    assertThat(of(verdict, "core.orders").missing()).isOne();
    assertThat(of(verdict, "core.stores").extra()).isOne();
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
    left("UPDATE mart.daily_sales SET refunds = refunds + 0.00000001 WHERE day = '2025-03-31'");
    assertThat(only(verify(), "mart.daily_sales").columns())
        .containsExactly(
            new ColumnDifference("refunds", "2.75", "2.75000001"),
            new ColumnDifference("revenue", "0.75", "0.74999999"),
            new ColumnDifference("gross_margin", "0.25", "0.24999999"));
  }

  @Test
  void numbersThatAreWrittenInAnotherWayAreEqual() throws Exception {
    left(
        "UPDATE core.products SET list_price = 3.000000000, unit_cost = 1 WHERE product_id = 'BOWL'");
    assertThat(only(verify(), "core.products").columns())
        .extracting(ColumnDifference::column)
        .containsExactly("list_price", "unit_cost");
    run(
        "UPDATE core.products SET list_price = 6.000000000, unit_cost = 2 WHERE product_id = 'BOWL'");
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void wrongDayAtTheClockChangeIsFound() throws Exception {
    planted("instant AT TIME ZONE getvariable('zone')", "instant AT TIME ZONE 'UTC'");
    Verdict verdict = verify();
    assertThat(of(verdict, "mart.daily_sales").first())
        .anySatisfy(
            row -> {
              assertThat(row.kind()).isEqualTo(Kind.EXTRA);
              assertThat(row.key()).containsEntry("day", "2025-03-30");
            });
    assertThat(of(verdict, "core.orders").first())
        .contains(
            new Difference(
                Kind.DIFFERENT,
                Map.of("order_id", "O4"),
                List.of(new ColumnDifference("day", "2025-03-31", "2025-03-30"))));
    assertThat(of(verdict, "mart.monthly_sales").holds()).isFalse(); // April's first half hour
    assertThat(of(verdict, "mart.hourly_sales").holds()).isTrue();
  }

  @Test
  void droppedDiscountIsFound() throws Exception {
    planted("'discount': discount_micros", "'discount': 0");
    assertThat(only(verify(), "mart.daily_sales"))
        .isEqualTo(
            new Difference(
                Kind.DIFFERENT,
                Map.of("day", "2025-03-29"),
                List.of(
                    new ColumnDifference("discounts", "0.5", "0"),
                    new ColumnDifference("net_sales", "21.500003", "22.000003"),
                    new ColumnDifference("average_order_value", "7.166668", "7.333334"),
                    new ColumnDifference("revenue", "21.500003", "22.000003"),
                    new ColumnDifference("gross_margin", "12.400003", "12.900003"))));
  }

  @Test
  void customerCountedTwiceIsFound() throws Exception {
    planted("count(DISTINCT movement.customer_id)", "count(movement.customer_id)");
    assertThat(only(verify(), "mart.daily_sales").columns())
        .containsExactly(new ColumnDifference("customers", "1", "3"));
    assertThat(of(verify(), "core.orders").holds()).isTrue();
  }

  @Test
  void rowsAreInOneOrderOnBothSidesWhateverTheirKeysAre() throws Exception {
    left(
        "DELETE FROM mart.daily_sales_by_product WHERE product_id = 'BOWL' AND day = '2025-03-29'");
    TableVerdict products = of(verify(), "mart.daily_sales_by_product");
    assertThat(products.missing()).isOne();
    assertThat(products.differences()).isOne();
    assertThat(products.equal()).isEqualTo(4);
  }

  @Test
  void lostEventAndUnexplainedLetterAreFound() throws Exception {
    left(
        """
        UPDATE ops.run_counts SET events = events - 1 WHERE topic = 'highstreet.returns';
        INSERT INTO ops.dead_letters (topic, partition, "offset", line, stage, reason, detail, record_time, key, run_id, updated_at)
        VALUES ('highstreet.orders', 0, 0, 1, 'CLEAN', 'NON_POSITIVE_PRICE', '', now(), 'O2', 1, now());
        INSERT INTO ops.late_events (topic, partition, "offset", kind, event_id, occurred_at, received_at, day, bytes, run_id, updated_at)
        VALUES ('highstreet.orders', 0, 0, 'BEHIND', gen_random_uuid(), now(), now(), '2025-03-29', '', 1, now())""");
    Verdict verdict = verify();
    assertThat(only(verdict, "ops.run_counts").columns())
        .containsExactly(new ColumnDifference("events", "1", null));
    assertThat(only(verdict, "ops.dead_letters").key())
        .containsEntry("key", "O2")
        .containsEntry("reason", "NON_POSITIVE_PRICE");
    assertThat(of(verdict, "ops.late_events, behind").extra()).isOne();
  }

  @Test
  void ofSomeDaysWhatBelongsToThemIsCompared() throws Exception {
    left(
        """
        UPDATE mart.daily_sales SET units = 0 WHERE day = '2025-04-01';
        UPDATE core.order_lines SET quantity = 9 WHERE order_id = 'O5';
        UPDATE mart.hourly_sales SET units = 0 WHERE hour = '2025-03-31 23:00:00Z'""");
    Verdict march = verify(Optional.of(SATURDAY), Optional.of(MONDAY));
    assertThat(march.holds()).isTrue();
    assertThat(march.tables()).extracting(TableVerdict::table).contains("mart.monthly_sales");
    assertThat(march.notCompared())
        .extracting(Verdict.NotCompared::table)
        .contains("core.products", "ops.run_counts");
    Verdict april = verify(Optional.of(MONDAY.plusDays(1)), Optional.empty());
    assertThat(april.differences()).isEqualTo(3);
    assertThat(april.notCompared())
        .extracting(Verdict.NotCompared::why)
        .contains("no whole month lies within the days compared");
  }

  @Test
  void whileTheJobGoesOnClosedDaysAreCompared() throws Exception {
    left(
        """
        UPDATE ops.runs SET outcome = 'RUNNING', watermark = '2025-03-31 22:59:59.999Z';
        UPDATE ops.run_counts SET events = events + 7;
        DELETE FROM core.orders WHERE order_id IN ('O4', 'O5')""");
    Verdict verdict = verify();
    assertThat(verdict.lastDay()).isEqualTo(SATURDAY.plusDays(1));
    assertThat(verdict.holds()).isTrue();
    assertThatThrownBy(() -> verify(Optional.empty(), Optional.of(MONDAY)))
        .hasMessage(
            "--to is 2025-03-31; while the job goes on, closed days can be compared: 2025-03-29 to 2025-03-30");
    run("UPDATE ops.runs SET watermark = '2025-03-31 23:00:00Z'");
    assertThat(of(verify(), "core.orders").missing()).isOne();
  }

  @Test
  void rowsThatAreOnTheirWayAreLookedForAgain() throws Exception {
    left("UPDATE ops.runs SET outcome = 'RUNNING'; UPDATE core.customers SET revision = 7");
    Verdict verdict =
        Verification.of(truth, Databases.trusting(POSTGRES.url()))
            .onProgress(VerificationTest::letThemArrive)
            .run();
    assertThat(verdict.holds()).isTrue();
  }

  private static void letThemArrive(String doing) {
    if (doing.startsWith("looking again")) {
      try {
        run("UPDATE core.customers SET revision = 1");
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void daysThatCannotBeComparedAreRefused() throws Exception {
    left("");
    assertThatThrownBy(() -> verify(Optional.of(MONDAY), Optional.of(SATURDAY)))
        .isInstanceOf(CommandException.class)
        .hasMessage("--from 2025-03-31 is after --to 2025-03-29: exchange them");
    assertThatThrownBy(() -> verify(Optional.of(SATURDAY.minusDays(1)), Optional.empty()))
        .hasMessage("--from is 2025-03-28; the truth tells of days 2025-03-29 to 2025-04-01");
  }

  @Test
  void truthOfSomethingElseIsRefused() throws Exception {
    assertThatThrownBy(this::verify)
        .hasMessage("no sales job has run on this database: there is nothing to compare");
    left("UPDATE ops.runs SET time_zone = 'Asia/Tokyo'");
    assertThatThrownBy(this::verify).hasMessageContaining("run 1 keeps days in Asia/Tokyo");
    run("UPDATE ops.runs SET time_zone = 'Europe/London', lateness = '1 hour'");
    assertThatThrownBy(this::verify).hasMessageContaining("run 1 allows 3600 seconds to be late");
    Files.delete(truth.resolve("_truth.json"));
    assertThatThrownBy(this::verify).hasMessageStartingWith("there is no truth in " + truth);
  }

  @Test
  void countsOfRunsThatWentOnFromOneAnotherAddUpAndThoseReadAgainDoNot() throws Exception {
    left(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, outcome, start_offsets)
        SELECT 'sales', 'LIVE', 'STREAMING', 'Europe/London', '48 hours', '5 minutes', outcome, '{"highstreet.orders": {"0": 1, "1": 1}}'
        FROM (VALUES ('FAILED'), ('STOPPED')) AS runs (outcome);
        INSERT INTO ops.run_counts SELECT 2, topic, outcome, reason, 1, 0, now() FROM ops.run_counts WHERE topic = 'highstreet.orders';
        INSERT INTO ops.run_counts SELECT 3, topic, outcome, reason, 2, 0, now() FROM ops.run_counts WHERE run_id = 2;
        UPDATE ops.run_counts SET events = events - 2 WHERE run_id = 1 AND topic = 'highstreet.orders'""");
    assertThat(of(verify(), "ops.run_counts").first()).isEmpty();
  }

  @Test
  void everyComparisonIsWrittenDownForTheDashboardToRead() throws Exception {
    left("UPDATE core.customers SET country = 'Spain' WHERE customer_id = 'C2'");
    Verdict verdict = verify();
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

  private void planted(String sound, String bug) throws Exception {
    LeftRows.write(
        truth,
        TruthView.FINAL,
        POSTGRES.as(Roles.WRITER),
        script -> {
          assertThat(script).containsOnlyOnce(sound);
          return script.replace(sound, bug);
        });
  }

  /** What a job left, and what somebody did to it. */
  private void left(String then) throws Exception {
    LeftRows.write(truth, TruthView.FINAL, POSTGRES.as(Roles.WRITER));
    run(then);
  }

  private static void run(String statements) throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.WRITER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private Verdict verify() {
    return verify(Optional.empty(), Optional.empty());
  }

  private Verdict verify(Optional<LocalDate> from, Optional<LocalDate> to) {
    return Verification.of(truth, Databases.trusting(POSTGRES.url())).between(from, to).run();
  }

  private static TableVerdict of(Verdict verdict, String table) {
    return verdict.tables().stream()
        .filter(one -> one.table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  /** The one difference of a table. */
  private static Difference only(Verdict verdict, String table) {
    List<Difference> first = of(verdict, table).first();
    assertThat(first).hasSize(1);
    return first.get(0);
  }
}
