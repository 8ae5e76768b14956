package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.Wire.OPENING;
import static dev.highstreet.jobs.sales.Wire.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.platform.EmbeddedPostgresServer;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Postgres may go away while the job runs; the totals end right all the same. */
class PostgresFaultIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final int BATCHES = 6;
  private static final int ORDERS = 200;

  private final WrittenTables tables = new WrittenTables(POSTGRES);
  private final JobWatch watch = new JobWatch(FLINK);
  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void totalsAreRightAfterAllConnectionsAreCutAgainAndAgain() throws Exception {
    String job = rig.startLive();
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      for (int batch = 0; batch < BATCHES; batch++) {
        sell(wire, batch, OPENING.plusSeconds(3_600L * (1 + batch)));
        POSTGRES.cutConnections();
      }
      rig.awaitAllAccountedFor(job);
    }
    rig.stop(job);

    int orders = BATCHES * ORDERS;
    assertThat(
            tables.rows("SELECT orders, units, gross_sales::numeric(12, 2) FROM mart.daily_sales"))
        .containsExactly("%d|%d|%d.00".formatted(orders, 2 * orders, orders * 510 / 100));
    assertThat(tables.rows("SELECT count(*) FROM core.orders"))
        .containsExactly(Integer.toString(orders));
    assertThat(tables.outcomes()).containsEntry("ACCEPTED", orders + 2L);
  }

  @Test
  void totalsAreThoseOfABatchRunAfterTheJobRestartedFromACheckpoint() throws Exception {
    String job = rig.startLive();
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      sellADay(wire, 0);
      rig.awaitAllAccountedFor(job);
      watch.awaitCheckpoint(job);
      letWriterConnect(false);
      for (int day = 1; day < BATCHES; day++) {
        sellADay(wire, day);
      }
      watch.awaitRestoredFromCheckpoint(job);
      letWriterConnect(true);
      sellADay(wire, BATCHES);
      rig.awaitAllAccountedFor(job);
    } finally {
      letWriterConnect(true);
    }
    assertThat(watch.failure(job)).get().asString().contains("too many connections");
    assertThat(watch.counter(job, "deltasTooLate")).isZero();
    rig.stop(job);
    Map<String, List<String>> marts = tables.marts();
    Map<String, List<String>> core = tables.core();

    POSTGRES.emptyTables();
    rig.runBounded(RuntimeExecutionMode.BATCH);
    assertThat(tables.marts()).isEqualTo(marts);
    assertThat(tables.core()).isEqualTo(core);
  }

  /** Sells, and lets the shop's clock go on, so that earlier days become final. */
  private static void sellADay(Wire wire, int day) throws Exception {
    Instant morning = OPENING.plus(Duration.ofDays(1 + day));
    sell(wire, day, morning);
    wire.tick(morning.plus(Duration.ofHours(8)));
  }

  private static void sell(Wire wire, int batch, Instant from) throws Exception {
    for (int number = 0; number < ORDERS; number++) {
      Instant time = from.plusSeconds(number);
      wire.write(
          order("order-%d-%d".formatted(batch, number))
              .setOccurredAt(time)
              .setReceivedAt(time)
              .build());
    }
  }

  /** While it may not, the server is there and refuses, which the sinks try again for a while. */
  private static void letWriterConnect(boolean may) throws SQLException {
    try (Connection connection = POSTGRES.as(EmbeddedPostgresServer.ADMINISTRATOR).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE %s CONNECTION LIMIT %d".formatted(Roles.WRITER, may ? -1 : 0));
    }
    if (!may) {
      POSTGRES.cutConnections();
    }
  }
}
