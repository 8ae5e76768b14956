package dev.highstreet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.FlinkExtension;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A backfill as its user sees it that is not begun, or is not let come to its end. */
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
  private static final String OUTCOMES =
      "SELECT string_agg(outcome, ' ' ORDER BY run_id) FROM ops.runs WHERE mode = 'BACKFILL'";

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

  @Test
  void ctrlCLeavesTheOldRowsAndNothingInAnothersWay() throws Exception {
    sellATeapot();
    anEarlierRunCounted(99);
    try (HeldLock rows = HeldLock.onTable(POSTGRES, "mart.daily_sales");
        Launched backfill = Launched.interruptible(directory, backfill())) {
      rows.awaitWaiting();
      backfill.signal("INT");
      assertThat(backfill.exitCode()).isEqualTo(128 + 2);
      assertThat(backfill.out()).isEmpty();
      assertThat(backfill.err())
          .endsWith(
              "\nCancelling the backfill …\nThe backfill of 2011-11-05 (run 2) is cancelled: the old rows stand.\n");
    }
    assertNothingRuns();
    assertThat(answer(SALES_OF_THE_DAY)).isEqualTo("99 by 1");
    assertThat(answer(OUTCOMES)).isEqualTo("CANCELLED");

    try (Launched again = Launched.highstreet(directory, backfill())) {
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out()).startsWith("Backfilled sales of 2011-11-05 (run 3): wrote ");
    }
    assertThat(answer(SALES_OF_THE_DAY)).isEqualTo("1 by 3");
  }

  @Test
  void ctrlCDuringTheSubmissionCancelsWhatIsSubmitted() throws Exception {
    sellATeapot();
    try (HeldLock rows = HeldLock.onTable(POSTGRES, "mart.daily_sales");
        HeldLock beginning = HeldLock.onBeginning(POSTGRES);
        Launched backfill = Launched.interruptible(directory, backfill())) {
      beginning.awaitWaiting();
      backfill.signal("INT");
      backfill.awaitErr("Cancelling the backfill …\n");
      beginning.release();
      assertThat(backfill.exitCode()).isEqualTo(128 + 2);
      assertThat(backfill.err())
          .endsWith("The backfill of 2011-11-05 (run 1) is cancelled: the old rows stand.\n");
      rows.release();
    }
    assertNothingRuns();
    assertThat(answer(OUTCOMES)).isEqualTo("CANCELLED");
  }

  @Test
  void endOfItsOwnPlatformCancelsItAndLeavesNoTopicOfFiles() throws Exception {
    sellATeapot();
    Path files = Files.createDirectory(directory.resolve("files"));
    Files.writeString(
        files.resolve("orders.csv"), "order_id,store_id,occurred_at\nf,web,2011-11-05T11:00:00Z\n");
    Files.writeString(
        files.resolve("order_lines.csv"),
        "order_id,line_number,product_id,product_revision,quantity,unit_price,discount\nf,1,teapot,1,1,2.55,0\n");
    try (HeldLock rows = HeldLock.onTable(POSTGRES, "mart.daily_sales");
        Launched backfill =
            Launched.highstreet(
                directory,
                onServers(
                    "backfill", "sales", "--files", "files", "--port", "0", "--flink-port", "0"))) {
      rows.awaitWaiting();
      backfill.terminate();
      assertThat(backfill.exitCode()).isEqualTo(128 + 15);
      assertThat(backfill.err())
          .endsWith(
              "\nStopping …\nThe backfill of 2011-11-05 (run 1) is cancelled: the old rows stand.\n");
    }
    assertThat(answer(OUTCOMES)).isEqualTo("CANCELLED");
    assertThat(answer(SALES_OF_THE_DAY)).isEmpty();
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
      assertThat(kafka.listTopics().names().get()).noneMatch(topic -> topic.contains("upload"));
    }
  }

  private static void sellATeapot() {
    try (TeapotShop shop = new TeapotShop(KAFKA.bootstrapServers())) {
      shop.publish(1);
      shop.sell("o", MORNING, 1);
      shop.tick(NOVEMBER_IS_OVER);
    }
  }

  private static void anEarlierRunCounted(int orders) throws SQLException {
    try (Connection connection = POSTGRES.as(Roles.WRITER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO ops.runs (job, mode, runtime, time_zone, lateness, clock_skew, outcome)
          VALUES ('sales', 'BOUNDED', 'BATCH', 'Europe/London', 'PT48H', 'PT5M', 'FINISHED');
          INSERT INTO mart.daily_sales VALUES ('2011-11-05', %d, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, now())"""
              .formatted(orders));
    }
  }

  private void assertRefused(String reason) throws Exception {
    try (Launched backfill = Launched.highstreet(directory, backfill())) {
      assertThat(backfill.exitCode()).isEqualTo(1);
      assertThat(backfill.out()).isEmpty();
      assertThat(backfill.err()).isEqualTo("highstreet: %s\n".formatted(reason));
    }
  }

  private static void assertNothingRuns() throws Exception {
    assertThat(FLINK.rest().jobs())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(job.status().isGloballyTerminalState()).isTrue());
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
