package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringPageTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final long NOON = Instant.parse("2011-03-31T12:00:00Z").toEpochMilli();
  private static final AnsweringFlink FLINK = new AnsweringFlink();
  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    shop.execute(
        """
        INSERT INTO ops.dead_letters
        VALUES ('highstreet.activity', 7, 1902114, 0, 'DECODE', 'UNDECODABLE', 'no marker <script>', NULL, NULL,
                '2011-03-31 16:41Z', 'k'::bytea, 'no event <b>'::bytea, 1, now())
        """);
    FLINK.runsSales("RUNNING", NOON);
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
  void deadLettersAreListedNewestFirstAndNarrowedByTheAddress() {
    String all = page();
    String older = dashboard.get(older(all)).body();

    assertThat(rows(all)).isEqualTo(25);
    assertThat(rows(older)).isEqualTo(16);
    assertThat(older).contains("Newest letters").doesNotContain("letters-older");
    assertThat(rows(dashboard.get("/monitoring?reason=UNDECODABLE").body())).isEqualTo(1);
    assertThat(rows(dashboard.get("/monitoring?reason=UNKNOWN_STORE").body())).isZero();
    assertThat(dashboard.get("/monitoring?reason=UNKNOWN_STORE").body())
        .contains("No dead letter is of this choice");
  }

  @Test
  void chosenLetterShowsWhatIsWrongAndItsBytes() {
    assertThat(dashboard.get("/monitoring?letter=activity/7/1902114").body())
        .contains(
            "no marker &lt;script&gt;",
            "no event &lt;b&gt;",
            "<span class=\"of-faulty\">6e 6f</span>")
        .contains("it starts with 6e6f instead of the marker c301");

    var file = dashboard.get("/monitoring/letters/activity/7/1902114");
    assertThat(file.body()).isEqualTo("no event <b>");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"activity-7-1902114.bin\"");
  }

  @Test
  void letterThatIsNowhereIsNotFoundButTheListIsThere() {
    var answer = dashboard.get("/monitoring?letter=orders/0/1");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no dead letter at orders/0/1");
    assertThat(rows(answer.body())).isEqualTo(25);
    assertThat(dashboard.get("/monitoring/letters/orders/0/1").statusCode()).isEqualTo(404);
  }

  @Test
  void lateDaysAreShownWithTheReasonWhySomeMustWait() {
    shop.execute(
        """
        INSERT INTO ops.late_events
        VALUES ('highstreet.orders', 0, 1, 'LATE', gen_random_uuid(), now(), now(), '2011-03-30', '', 1, now()),
               ('highstreet.orders', 0, 2, 'LATE', gen_random_uuid(), now(), now(), '2011-02-28', '', 1, now())
        """);
    try (Browserless fresh = Browserless.on(shop.url(), FLINK.address())) {
      assertThat(fresh.get("/monitoring").body())
          .contains(
              "Mon 28 Feb 2011", "month still open", "The live job still counts for March 2011")
          .contains("One closed day has late events that wait for a backfill.");
    } finally {
      shop.execute("DELETE FROM ops.late_events");
    }
  }

  @Test
  void failingTableOpensItsFirstDifferences() {
    shop.execute(
        """
        INSERT INTO ops.reconciliations
        SELECT 1, now(), 'FINAL', '2011-02-20', '2011-03-31', name, 10, equal, 0, 0, 10 - equal, first::jsonb, 0.4
        FROM (VALUES ('core.orders', 10, '[]'),
                     ('mart.daily_sales', 8,
                      '[{"kind": "DIFFERENT", "key": {"day": "2011-03-27"},
                         "columns": [{"column": "orders", "expected": "30", "found": "<b>"}]},
                        {"kind": "MISSING", "key": {"day": "2011-03-28"}, "columns": []}]'))
             AS compared (name, equal, first)
        """);
    try (Browserless fresh = Browserless.on(shop.url(), FLINK.address())) {
      assertThat(fresh.get("/monitoring").body())
          .contains(
              "day 2011-03-27: orders is &lt;b&gt;, and must be 30", "day 2011-03-28: missing")
          .contains("1 of 2 tables differ from the answer key.");
    } finally {
      shop.execute("DELETE FROM ops.reconciliations");
    }
  }

  @Test
  void runsAreListed() {
    assertThat(page()).contains("sales, live", "to Tue 29 Mar 2011, 16:00");
    assertThat(dashboard.get("/monitoring?runs-before=1").body()).contains("No run is older");
    assertThat(dashboard.get("/monitoring?runs-before=x").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reason=x'; DROP TABLE ops.runs|Allowed is a reason of the contract",
        "topic=../../etc/passwd|Allowed is the name of a topic",
        "letter=orders/0|Allowed is TOPIC/PARTITION/OFFSET",
        "letter=orders/0/99999999999999999999|Allowed is TOPIC/PARTITION/OFFSET",
        "before=yesterday|Allowed is what the link to older letters has",
        "before=%2B1000000000-12-31T00:00:00Z~orders/0/1~0|Allowed is what the link to older"
            + " letters has"
      })
  void wrongChoiceIsNamedWithWhatIsAllowed(String query, String allowed) {
    var answer = dashboard.get("/monitoring?" + query.replace(" ", "%20"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(allowed);
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
                  .limit(12))
          .containsExactlyInAnyOrder(
              "strip",
              "outages",
              "attention",
              "needs",
              "alerts",
              "tasks",
              "jobs",
              "time",
              "letters",
              "late",
              "runs",
              "reconciliation");
    }
  }

  private static String older(String page) {
    var link = Pattern.compile("id=\"letters-older\" href=\"([^\"#]+)").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private static long rows(String page) {
    return Pattern.compile("<tr data-key=\"[^\"]+\" data-place=").matcher(page).results().count();
  }

  private static String page() {
    return dashboard.get("/monitoring").body();
  }
}
