package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A backfill as its user sees it that is not begun. */
class BackfillIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final FlinkExtension FLINK = new FlinkExtension();

  private static final String DAY = "2011-11-05";
  private static final Instant MORNING = Instant.parse("2011-11-05T10:00:00Z");

  /** When November is over for every event on time. */
  private static final Instant NOVEMBER_IS_OVER = Instant.parse("2011-12-04T00:00:00Z");

  private static final String SALES_OF_THE_DAY =
      "SELECT orders || ' by ' || run_id FROM mart.daily_sales WHERE day = '2011-11-05'";

  @TempDir Path directory;

  @BeforeEach
  void begin() throws Exception {
    KAFKA.emptyTopics();
    POSTGRES.emptyTables();
  }

  @Test
  void topicsThatHoldNothingAreSaidToHoldNothing() throws Exception {
    assertRefused("the topics hold no orders and no returns yet");
  }

  @Test
  void secondBackfillOfAMonthIsRefusedWhileOneRuns() throws Exception {
    sellATeapot();
    try (HeldLock rows = HeldLock.onTable(POSTGRES, "mart.daily_sales");
        Launched first = Launched.highstreet(directory, backfill())) {
      rows.awaitWaiting();
      assertRefused(
          "a backfill of 2011-11-05 to 2011-11-05 is running (run 1), and touches a month that 2011-11-05 to 2011-11-05 touches: wait until it has ended, or cancel it");
      rows.release();
      assertThat(first.exitCode()).as(first.err()).isZero();
    }
    assertThat(answer(SALES_OF_THE_DAY)).isEqualTo("1 by 1");
  }

  private static void sellATeapot() {
    try (TeapotShop shop = new TeapotShop(KAFKA.bootstrapServers())) {
      shop.publish(1);
      shop.sell("o", MORNING, 1);
      shop.tick(NOVEMBER_IS_OVER);
    }
  }

  private void assertRefused(String reason) throws Exception {
    try (Launched backfill = Launched.highstreet(directory, backfill())) {
      assertThat(backfill.exitCode()).isEqualTo(1);
      assertThat(backfill.out()).isEmpty();
      assertThat(backfill.err()).isEqualTo("highstreet: %s\n".formatted(reason));
    }
  }

  private static String[] backfill() {
    return onServers(
        "backfill", "sales", "--from", DAY, "--to", DAY, "--flink", FLINK.address().toString());
  }

  private static String[] onServers(String... arguments) {
    return Stream.concat(
            Arrays.stream(arguments),
            Stream.of(
                "--kafka", KAFKA.bootstrapServers(), "--database", POSTGRES.url(), "--data", "d"))
        .toArray(String[]::new);
  }

  /** The first cell of what a query returns; empty without rows. */
  private static String answer(String query) throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.READER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
