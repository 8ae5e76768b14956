package dev.highstreet.jobs.sales;

import static dev.highstreet.jobs.sales.Wire.OPENING;
import static dev.highstreet.jobs.sales.Wire.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Instant;
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

  /** Something that happens to Postgres. */
  private interface Fault {
    void strike() throws Exception;
  }

  private SalesRig rig;

  @BeforeEach
  void emptyPlatform() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
    rig = new SalesRig(KAFKA, POSTGRES, FLINK);
  }

  @Test
  void totalsAreRightAfterAllConnectionsAreCutAgainAndAgain() throws Exception {
    sellThrough(POSTGRES::cutConnections);
  }

  @Test
  void totalsAreRightAfterPostgresIsRestarted() throws Exception {
    sellThrough(POSTGRES::restart);
  }

  private void sellThrough(Fault fault) throws Exception {
    String job = rig.startLive();
    try (Wire wire = new Wire(KAFKA.bootstrapServers())) {
      wire.publishShop();
      for (int batch = 0; batch < BATCHES; batch++) {
        for (int number = 0; number < ORDERS; number++) {
          Instant time = OPENING.plusSeconds(3_600L * (1 + batch) + number);
          wire.write(
              order("order-%d-%d".formatted(batch, number))
                  .setOccurredAt(time)
                  .setReceivedAt(time)
                  .build());
        }
        fault.strike();
      }
      rig.awaitAllAccountedFor(job);
    }
    rig.stop(job);

    int orders = BATCHES * ORDERS;
    assertThat(rig.rows("SELECT orders, units, gross_sales::numeric(12, 2) FROM mart.daily_sales"))
        .containsExactly("%d|%d|%d.00".formatted(orders, 2 * orders, orders * 510 / 100));
    assertThat(rig.rows("SELECT count(*) FROM core.orders"))
        .containsExactly(Integer.toString(orders));
    assertThat(rig.outcomes()).containsEntry("ACCEPTED", orders + 2L);
  }
}
