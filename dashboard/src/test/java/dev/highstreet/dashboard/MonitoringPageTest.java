package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.testsupport.PostgresExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class MonitoringPageTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final AnsweringFlink FLINK = new AnsweringFlink();
  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    FLINK.runsSales("RUNNING", System.currentTimeMillis());
    dashboard = Browserless.on(shop.url(), FLINK.address());
  }

  @AfterAll
  static void close() {
    dashboard.close();
    FLINK.close();
  }

  @Test
  void jobsAreShownWithTheirCheckpointsAndRestarts() {
    assertThat(page())
        .contains("Sales marts, live (run 1)", "Running", "12.5\u202fMB", "10\u202fmin")
        .contains("0, as it must be");
  }

  @Test
  void silentKafkaIsNamedWhereItsFiguresWouldBe() {
    assertThat(page()).contains("Kafka does not answer").contains("since ");
  }

  @Test
  @Timeout(30)
  void everyPartComesThroughTheStream() {
    try (Stream<String> lines = dashboard.listen("/live?page=monitoring").body()) {
      assertThat(
              lines
                  .filter(line -> line.startsWith("event:"))
                  .map(line -> line.substring("event:".length()).strip())
                  .filter(name -> !name.equals("heartbeat"))
                  .distinct()
                  .limit(4))
          .containsExactlyInAnyOrder("strip", "needs", "jobs", "time");
    }
  }

  private static String page() {
    return dashboard.get("/monitoring").body();
  }
}
