package dev.highstreet.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlementTest {
  private static final Instant END_OF_MARCH = Instant.parse("2011-03-31T23:00:00Z");
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private InventedShop shop;
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
    database = Database.open(shop.url(), "highstreet_reader", "");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothingIsFinalBeforeTheFirstWatermark() {
    assertThat(isFinal(1)).isFalse();
    shop.startRun();
    assertThat(isFinal(1)).isFalse();
  }

  @Test
  void periodThatEndsAtTheWatermarkIsFinal() {
    shop.startRun();
    shop.watermark("2011-03-31 22:59:59.999Z");
    assertThat(isFinal(1)).isFalse();
    shop.watermark("2011-03-31 23:00:00Z");
    assertThat(isFinal(1)).isTrue();
  }

  @Test
  void backfillLeavesPeriodsAsSettledAsTheyWere() {
    shop.startRun();
    shop.watermark("2011-03-30 00:00Z");
    backfill("infinity");
    assertThat(isFinal(1)).as("of the live run").isFalse();
    assertThat(isFinal(2)).as("of the backfill").isFalse();
    shop.execute("UPDATE ops.runs SET watermark = '2011-04-01 00:00Z' WHERE mode = 'LIVE'");
    assertThat(isFinal(1)).isTrue();
    assertThat(isFinal(2)).isTrue();
  }

  private void backfill(String watermark) {
    shop.execute(
        """
        INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, watermark, first_day, last_day)
        VALUES ('sales', 'BACKFILL', 'BATCH', 'Europe/London', 'PT48H', 'PT5M', '%s', '2011-03-01', '2011-03-02')
        """
            .formatted(watermark));
  }

  @Test
  void laterRunThatGoesOnMakesAnEarlierRunsRowsFinal() {
    shop.startRun();
    shop.watermark("2011-03-30 00:00Z");
    shop.startRun();
    shop.watermark("2011-04-01 00:00Z");

    assertThat(isFinal(1)).isTrue();
  }

  @Test
  void earlierRunThatReadEverythingDoesNotMakeALaterRunsRowsFinal() {
    shop.startRun();
    shop.watermark("infinity");
    shop.startRun();

    assertThat(isFinal(1)).isTrue();
    assertThat(isFinal(2)).isFalse();
  }

  private boolean isFinal(long run) {
    return new SettlementQuery(database).read().isFinal(run, END_OF_MARCH);
  }
}
