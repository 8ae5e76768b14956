package dev.highstreet.cli.verify;

import static dev.highstreet.cli.verify.SmallWorld.APRIL_NIGHT;
import static dev.highstreet.cli.verify.SmallWorld.SATURDAY_MORNING;
import static dev.highstreet.cli.verify.SmallWorld.bowl;
import static dev.highstreet.cli.verify.SmallWorld.mugs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.cli.verify.SmallWorld.Fate;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import dev.highstreet.sql.AnswerKey;
import dev.highstreet.sql.AnswerKeyTable;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the answer key says of a world that is reckoned by hand. */
class AnswerKeyTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration DAYS = Duration.ofDays(5);

  @TempDir Path folder;

  @BeforeEach
  void emptyTables() throws SQLException {
    POSTGRES.emptyTables();
  }

  @Test
  void everyTableHasAnAnswerForEveryColumnButWhoWroteItWhenAndFromWhere() throws Exception {
    SmallWorld.write(folder);
    Truth truth = Truth.in(folder);
    try (TruthDatabase key = TruthDatabase.open(truth, folder.resolveSibling("work"))) {
      key.cover(List.of());
      key.prepare(all(truth), TruthView.FINAL);
      Set<String> answered = new TreeSet<>();
      for (AnswerKeyTable table : AnswerKey.TABLES) {
        key.format(AnswerKey.query(table.name()), table.key().size()).columns().stream()
            .map(column -> table.name() + " " + column.name())
            .forEach(answered::add);
      }
      assertThat(answered)
          .containsExactlyElementsOf(
              rows(
                  """
                  SELECT format('%s.%s %s', table_schema, table_name, column_name) FROM information_schema.columns
                  WHERE table_schema IN ('core', 'mart')
                    AND column_name NOT IN ('run_id', 'updated_at', 'kafka_topic', 'kafka_partition', 'kafka_offset')
                  ORDER BY 1"""));
    }
  }

  @Test
  void salesAreBookedOnTheDayOfTheShop() throws Exception {
    SmallWorld.write(folder);
    LeftRows.write(folder, TruthView.FINAL, POSTGRES.as(Roles.WRITER));
    assertThat(
            rows(
                """
                SELECT concat_ws(' ', day, orders, customers, units, gross_sales, discounts, net_sales, cost_of_goods,
                                 returned_units, refunds, returned_cost, gross_margin)
                FROM mart.daily_sales ORDER BY day"""))
        .containsExactly(
            "2025-03-29 3 1 8 22.000003 0.500000 21.500003 9.100000 0 0.000000 0.000000 12.400003",
            "2025-03-31 1 1 1 3.500000 0.000000 3.500000 1.500000 1 2.750000 1.000000 0.250000",
            "2025-04-01 1 1 1 3.000000 0.000000 3.000000 1.000000 0 0.000000 0.000000 2.000000");
    assertThat(
            rows(
                "SELECT concat_ws(' ', month, orders, customers, revenue) FROM mart.monthly_sales ORDER BY 1"))
        .containsExactly("2025-03-01 4 1 22.250003", "2025-04-01 1 1 3.000000");
    assertThat(
            rows(
                "SELECT concat_ws(' ', day, category, net_sales, refunds) FROM mart.daily_sales_by_category WHERE day = '2025-03-31' ORDER BY 1"))
        .containsExactly(
            "2025-03-31 Home 3.500000 0.000000", "2025-03-31 Kitchen 0.000000 2.750000");
    assertThat(
            rows(
                "SELECT concat_ws(' ', month, channel, orders, customers) FROM mart.monthly_sales_by_channel ORDER BY 1"))
        .containsExactly("2025-03-01 SHOP 1 0", "2025-03-01 WEBSITE 3 1", "2025-04-01 WEBSITE 1 1");
  }

  @Test
  void hourThatTheClockChangeRepeatsIsTwo() throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET VARIABLE zone = 'Europe/London'");
      String script = AnswerKey.base();
      statement.execute(script.substring(0, script.indexOf("CREATE TABLE fates")));
      assertThat(
              strings(
                  statement,
                  """
                  SELECT concat_ws(' ', t, hour_of(t), day_of(t), month_of(t))
                  FROM (VALUES (TIMESTAMPTZ '2025-10-26 00:59:59.999Z'), (TIMESTAMPTZ '2025-10-26 01:00:00Z'),
                               (TIMESTAMPTZ '2025-10-26 23:59:59Z'), (TIMESTAMPTZ '2025-10-25 23:00:00Z'),
                               (TIMESTAMPTZ '2025-03-31 23:00:00Z')) AS times (t)"""))
          .containsExactly(
              "2025-10-26 00:59:59.999+00 2025-10-26 00:00:00+00 2025-10-26 2025-10-01",
              "2025-10-26 01:00:00+00 2025-10-26 01:00:00+00 2025-10-26 2025-10-01",
              "2025-10-26 23:59:59+00 2025-10-26 23:00:00+00 2025-10-26 2025-10-01",
              "2025-10-25 23:00:00+00 2025-10-25 23:00:00+00 2025-10-26 2025-10-01",
              "2025-03-31 23:00:00+00 2025-03-31 23:00:00+00 2025-04-01 2025-04-01");
    }
  }

  @Test
  void lateOrdersCountInTheFinalViewAsABackfillFindsThem() throws Exception {
    try (SmallWorld world = SmallWorld.beginning(folder)) {
      late(world, "SOUND", null, 0, mugs(1, 0));
      late(world, "LOSES-A-LINE", "NON_POSITIVE_PRICE", 2, mugs(1, 0), bowl(2));
      late(world, "ONLY-LINE", "UNKNOWN_PRODUCT", 1, mugs(1, 0));
      late(world, "NO-STORE", "UNKNOWN_STORE", 0, mugs(1, 0));
      world.order("ON-TIME", APRIL_NIGHT, "C2", "WEB", bowl(1));
    }
    LeftRows.write(folder, TruthView.AS_STREAMED, POSTGRES.as(Roles.WRITER));
    assertThat(rows("SELECT order_id FROM core.orders")).containsExactly("ON-TIME");
    assertThat(letters()).isEmpty();
    assertThat(rows("SELECT count(*) FROM ops.late_events")).containsExactly("4");
    POSTGRES.emptyTables();
    LeftRows.write(folder, TruthView.FINAL, POSTGRES.as(Roles.WRITER));
    assertThat(
            rows(
                "SELECT concat_ws(' ', order_id, accepted_lines, quarantined_lines, received_at > occurred_at + interval '4 days') FROM core.orders ORDER BY 1"))
        .containsExactly("LOSES-A-LINE 1 1 t", "ON-TIME 1 0 f", "SOUND 1 0 t");
    assertThat(letters())
        .containsExactly(
            "LOSES-A-LINE 2 NON_POSITIVE_PRICE",
            "NO-STORE 0 UNKNOWN_STORE",
            "ONLY-LINE 0 NO_LINES_LEFT",
            "ONLY-LINE 1 UNKNOWN_PRODUCT");
  }

  @Test
  void everyCopyOfWhatNeverDecodesIsALetterAndEveryLineAtFaultOneMore() throws Exception {
    try (SmallWorld world = SmallWorld.beginning(folder)) {
      on(world, "CORRUPT", FaultKind.CORRUPTED, "UNDECODABLE", 0, Outcome.QUARANTINED, mugs(1, 0));
      on(
          world,
          "EMPTY",
          FaultKind.INVALID,
          "NO_LINES_LEFT",
          0,
          Outcome.REPEATED,
          mugs(1, 0),
          bowl(2));
    }
    LeftRows.write(folder, TruthView.AS_STREAMED, POSTGRES.as(Roles.WRITER));
    assertThat(letters())
        .containsExactly(
            "CORRUPT 0 UNDECODABLE",
            "CORRUPT 0 UNDECODABLE",
            "EMPTY 0 NO_LINES_LEFT",
            "EMPTY 1 NON_POSITIVE_QUANTITY",
            "EMPTY 2 NON_POSITIVE_QUANTITY");
    assertThat(
            rows(
                "SELECT concat_ws(' ', outcome, events) FROM ops.run_counts WHERE topic = 'highstreet.orders' ORDER BY 1"))
        .containsExactly("QUARANTINED 3", "REPEATED 1");
  }

  @Test
  void orderOfTheFirstSchemaLacksWhatThatDidNotHave() throws Exception {
    try (SmallWorld world = SmallWorld.beginning(folder)) {
      EventId old = world.order("OLD", SATURDAY_MORNING, "C1", "WEB", mugs(1, 0));
      world.fault(
          old,
          "OLD",
          SATURDAY_MORNING,
          Duration.ZERO,
          FaultKind.OLD_SCHEMA,
          Fate.of(Outcome.ACCEPTED));
      world.order("NEW", SATURDAY_MORNING.plusSeconds(1), "C1", "WEB", mugs(1, 0));
    }
    LeftRows.write(folder, TruthView.FINAL, POSTGRES.as(Roles.WRITER));
    assertThat(
            rows(
                "SELECT concat_ws(' ', order_id, coalesce(device_id, '-'), coalesce(reported_total::text, '-')) FROM core.orders ORDER BY 1"))
        .containsExactly("NEW D-NEW 3.000000", "OLD - -");
  }

  @Test
  void saleThatOthersSentAWhileAfterItOccurredKeepsBothItsTimes() throws Exception {
    try (SmallWorld world = SmallWorld.beginning(folder)) {
      world.sent("AT-ONCE", SATURDAY_MORNING, Duration.ofMinutes(1), mugs(1, 0));
      world.sent("LATER", SATURDAY_MORNING, Duration.ofMinutes(61), mugs(1, 0));
    }
    LeftRows.write(folder, TruthView.FINAL, POSTGRES.as(Roles.WRITER));
    assertThat(
            rows(
                "SELECT concat_ws(' ', order_id, day, received_at - occurred_at) FROM core.orders ORDER BY 1"))
        .containsExactly("AT-ONCE 2025-03-29 00:00:00", "LATER 2025-03-29 01:01:00");
  }

  private static void late(
      SmallWorld world, String id, String reason, int line, OrderLine... lines) {
    Instant at = SATURDAY_MORNING;
    EventId event = world.order(id, at, "C1", "WEB", lines);
    world.fault(event, id, at, DAYS, FaultKind.DELAYED, new Fate(Outcome.LATE, reason, line, null));
  }

  private static void on(
      SmallWorld world,
      String id,
      FaultKind kind,
      String reason,
      int line,
      Outcome copy,
      OrderLine... lines) {
    EventId event = world.order(id, SATURDAY_MORNING, "C1", "WEB", lines);
    Fate fate = new Fate(Outcome.QUARANTINED, reason, line, copy);
    world.fault(event, id, SATURDAY_MORNING, Duration.ZERO, kind, fate);
  }

  private static Scope all(Truth truth) {
    return new Scope(truth.firstDay(), truth.lastDay(), true, "", truth.firstDay());
  }

  private static List<String> letters() throws SQLException {
    return rows(
        "SELECT concat_ws(' ', convert_from(key, 'UTF8'), line, reason) FROM ops.dead_letters ORDER BY 1");
  }

  private static List<String> rows(String query) throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement()) {
      return strings(statement, query);
    }
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
