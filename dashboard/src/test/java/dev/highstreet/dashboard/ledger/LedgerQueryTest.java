package dev.highstreet.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private static InventedShop shop;
  private static Database database;
  private static LedgerQuery query;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
    query = new LedgerQuery(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void newestRunIsReadWithWhereItBegan() {
    shop.startRun();
    shop.execute(
        """
        UPDATE ops.runs SET start_offsets = '{"highstreet.orders": {"0": 7, "1": 5}}', outcome = 'STOPPED',
          watermark = 'infinity' WHERE run_id = (SELECT max(run_id) FROM ops.runs)
        """);
    counted();
    try {
      Run run = query.newestRun().orElseThrow();

      assertThat(run.id()).isGreaterThan(1);
      assertThat(run.live()).isTrue();
      assertThat(run.running()).isFalse();
      assertThat(run.startOffsets()).containsEntry("highstreet.orders", 12L).hasSize(1);
      assertThat(run.watermark().hasPassed(Instant.parse("2999-01-01T00:00:00Z"))).isTrue();
    } finally {
      forgetLaterRuns();
    }
  }

  @Test
  void runThatNeverReadAThingDoesNotHideTheOneThatDid() {
    shop.startRun();
    try {
      assertThat(query.newestRun().orElseThrow().id()).isEqualTo(1);
      counted();
      assertThat(query.newestRun().orElseThrow().id()).isGreaterThan(1);
    } finally {
      forgetLaterRuns();
    }
  }

  @Test
  void boundedRunDoesNotHideTheLiveOne() {
    shop.execute(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, end_offsets)
        VALUES ('sales', 'BOUNDED', 'BATCH', 'Europe/London', 'PT48H', 'PT5M', '{"highstreet.orders": {"0": 9}}')
        """);
    counted();
    try {
      assertThat(query.newestRun().orElseThrow().live()).isTrue();
      shop.execute("UPDATE ops.runs SET mode = 'BOUNDED'");
      assertThat(query.newestRun().orElseThrow().endOffsets())
          .containsExactly(Map.entry("highstreet.orders", 9L));
    } finally {
      forgetLaterRuns();
      shop.execute("UPDATE ops.runs SET mode = 'LIVE'");
    }
  }

  @Test
  void countsAreByTopicAndOutcome() {
    assertThat(query.counts(1))
        .containsEntry("highstreet.stores", new TopicCounts(4, 0, 0, 0, 0, 0, 0, 0))
        .hasSize(5);
    TopicCounts orders = query.counts(1).get("highstreet.orders");
    assertThat(orders.quarantined()).isEqualTo(15);
    assertThat(orders.repeated()).isEqualTo(41);
    assertThat(orders.late()).isEqualTo(5);
    assertThat(orders.behind()).isEqualTo(2);
    assertThat(orders.ticks()).isEqualTo(120);
    assertThat(orders.quarantinedLines()).isEqualTo(40);
    assertThat(query.counts(99)).isEmpty();
  }

  private static void counted() {
    shop.execute(
        """
        INSERT INTO ops.run_counts
        VALUES ((SELECT max(run_id) FROM ops.runs), 'highstreet.orders', 'ACCEPTED', '', 1, 1, now())
        """);
  }

  private static void forgetLaterRuns() {
    shop.execute(
        "DELETE FROM ops.runs WHERE run_id > 1; DELETE FROM ops.run_counts WHERE run_id > 1");
  }
}
