package dev.highstreet.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataChecksIT {
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

  @BeforeEach
  void openShop() throws IOException, SQLException {
    try (InputStream shop = DataChecksIT.class.getResourceAsStream("shop.sql")) {
      emptyTables();
      execute("SET shop.orders = 250", new String(shop.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyFileIsATestThatRuns() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("checks"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              DataChecks.NAMES.stream().map(name -> name + ".sql").toList());
    }
  }

  @Test
  void shopWithNothingWrongPassesAll() throws SQLException {
    assertThat(check())
        .hasSize(DataChecks.NAMES.size())
        .allSatisfy(result -> assertThat(result.firstViolations()).as(result.name()).isEmpty())
        .allMatch(CheckResult::passed);
  }

  @Test
  void databaseWithoutRowsPassesAll() throws SQLException {
    emptyTables();
    assertThat(check()).allMatch(CheckResult::passed);
  }

  @ParameterizedTest
  @MethodSource("dev.highstreet.sql.PlantedFault#all")
  void plantedFaultIsSeenByItsTestAndWhoeverReadsTheSameRows(PlantedFault fault)
      throws SQLException {
    execute(fault.statements());
    assertThat(check())
        .filteredOn(result -> !result.passed())
        .extracting(CheckResult::name)
        .containsExactlyInAnyOrderElementsOf(fault.seenBy());
    assertThat(result(fault.check()).firstViolations()).contains(fault.violation());
  }

  @Test
  void everyTestHasAFaultThatItSees() {
    assertThat(PlantedFault.all().map(PlantedFault::check).distinct())
        .containsExactlyElementsOf(DataChecks.NAMES);
  }

  @Test
  void onlyTheFirstViolationsAreKeptAndAllAreCounted() throws SQLException {
    execute("UPDATE core.products SET name = 'Renamed'");
    CheckResult products = result("products-are-their-newest-revision");
    assertThat(products.violations()).isEqualTo(100);
    assertThat(products.firstViolations()).hasSize(DataChecks.KEPT_VIOLATIONS);
    assertThat(products.claim()).isEqualTo("A product is what its newest revision says.");
  }

  @Test
  void rowsOfAnEarlierRunMayBeTakenOverByALaterOne() throws SQLException {
    execute(
        "UPDATE ops.run_counts SET events = events + 9 WHERE run_id = 1 AND topic = 'highstreet.orders'");
    assertThat(check()).allMatch(CheckResult::passed);
  }

  @Test
  void rowsOfABackfillAreThoseOfTheNewestOtherRunAndItMayCountMoreThanItWrites()
      throws SQLException {
    execute(
        """
        INSERT INTO ops.runs (run_id, job, mode, runtime, time_zone, lateness, clock_skew, first_day, last_day)
        OVERRIDING SYSTEM VALUE
        VALUES (3, 'sales', 'BACKFILL', 'BATCH', 'Europe/London', '48 hours', '5 minutes', '2011-03-28', '2011-03-29')""",
        "UPDATE core.orders SET run_id = 3 WHERE day BETWEEN '2011-03-28' AND '2011-03-29'",
        """
        UPDATE ops.dead_letters AS l SET run_id = 3 FROM core.orders AS o
        WHERE (l.topic, l.partition, l."offset") = (o.kafka_topic, o.kafka_partition, o.kafka_offset) AND o.run_id = 3""",
        """
        INSERT INTO ops.run_counts
        SELECT 3, topic, outcome, reason, sum(events), sum(lines), now() FROM ops.run_counts GROUP BY topic, outcome, reason""");
    assertThat(check()).allSatisfy(result -> assertThat(result.firstViolations()).isEmpty());
    execute("DELETE FROM core.orders WHERE run_id = 2");
    assertThat(result("counts-account-for-rows").firstViolations())
        .anySatisfy(
            row ->
                assertThat(row).startsWith("run_id=2, topic=highstreet.orders, outcome=ACCEPTED"));
  }

  @Test
  void letterThatALaterRunFindsAgainIsStillThatOfItsOrder() throws SQLException {
    execute(
        "UPDATE ops.dead_letters AS l SET run_id = 2 FROM core.orders AS o"
            + " WHERE (l.topic, l.partition, l.\"offset\") = (o.kafka_topic, o.kafka_partition, o.kafka_offset) AND o.run_id = 1");
    assertThat(result("orders-account-for-their-dead-letters").firstViolations()).isEmpty();
  }

  @Test
  void databaseThatIsNotMigratedIsAnErrorThatNamesTheTest() {
    assertThatThrownBy(() -> DataChecks.run(server.getDatabase(Roles.READER, "template1")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the data test lines-and-prices-are-positive does not run")
        .hasMessageContaining("core.order_lines");
  }

  private static CheckResult result(String check) throws SQLException {
    return check().stream().filter(result -> result.name().equals(check)).findFirst().orElseThrow();
  }

  private static List<CheckResult> check() throws SQLException {
    return DataChecks.run(server.getDatabase(Roles.READER, "postgres"));
  }

  private static void emptyTables() throws SQLException {
    execute(
        """
        DO $$
        BEGIN
          EXECUTE (
            SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
            FROM pg_tables WHERE schemaname IN ('core', 'mart', 'ops'));
        END $$""");
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
