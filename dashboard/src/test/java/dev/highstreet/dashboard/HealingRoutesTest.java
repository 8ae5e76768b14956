package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.tasks.Work;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.PostgresExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealingRoutesTest {
  private static final String TOKEN = "an operator's token of a test";
  private static final String[] OPERATOR = {"Authorization", "Bearer " + TOKEN};
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final List<String> asked = new CopyOnWriteArrayList<>();
  private static InventedShop shop;
  private static Browserless dashboard;

  /** Writes down what it is asked for, and does none of it. */
  private static final class Notes implements Healing {
    @Override
    public String backfill(LocalDate from, LocalDate to, Work.Progress progress) {
      progress.tell(0.5, "half way");
      asked.add("backfill " + from + " " + to);
      return "Wrote 4711 rows.";
    }

    @Override
    public String backfillLate(Work.Progress progress) {
      asked.add("backfill late");
      throw new Work.Refusal("March 2011 is still open: wait, or choose earlier days.", null);
    }

    @Override
    public String verify(Work.Progress progress) {
      asked.add("verify");
      return "All 14 tables are equal.";
    }

    @Override
    public String check(Work.Progress progress) {
      asked.add("check");
      return "No row violates a data test.";
    }

    @Override
    public String replay(String topic, int partition, long offset, Work.Progress progress) {
      asked.add("replay %s %d %d".formatted(topic, partition, offset));
      return "Sent.";
    }
  }

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    dashboard =
        Browserless.on(
            shop.url(),
            AccessRules.operatedWith(Token.of(TOKEN)),
            new Operations() {
              @Override
              public Optional<Healing> healing() {
                return Optional.of(new Notes());
              }
            });
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @BeforeEach
  void forget() {
    asked.clear();
  }

  @Test
  void operatorSetsInMotionWhatThePageOffersAndSeesWhatBecameOfIt() throws Exception {
    assertThat(post("/monitoring/backfill", "day=2011-02-27")).isEqualTo(303);
    untilShown("Backfill of Sun 27 Feb 2011", "Wrote 4711 rows.");
    assertThat(post("/monitoring/verify", "")).isEqualTo(303);
    untilShown("All 14 tables are equal.");
    assertThat(post("/monitoring/check", "")).isEqualTo(303);
    untilShown("No row violates a data test.");
    assertThat(post("/monitoring/replay", "letter=orders/0/17")).isEqualTo(303);
    untilShown("Replay of the dead letter at orders/0/17", "Sent.");

    assertThat(asked)
        .containsExactly(
            "backfill 2011-02-27 2011-02-27", "verify", "check", "replay highstreet.orders 0 17");
  }

  @Test
  void refusalIsShownWithItsReason() throws Exception {
    post("/monitoring/backfill-late", "");

    untilShown("Refused", "March 2011 is still open: wait, or choose earlier days.");
  }

  @Test
  void nothingIsSetInMotionByWhoeverOnlyReads() {
    for (String path : List.of("backfill", "backfill-late", "verify", "check", "replay")) {
      assertThat(dashboard.post("/monitoring/" + path, "day=2011-02-27").statusCode())
          .as(path)
          .isEqualTo(401);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void dayOrPlaceThatIsNoneIsNamed() {
    assertThat(dashboard.post("/monitoring/backfill", "day=yesterday", OPERATOR).body())
        .contains("a day such as 2011-03-27");
    assertThat(dashboard.post("/monitoring/replay", "letter=../../etc", OPERATOR).body())
        .contains("TOPIC/PARTITION/OFFSET");
    assertThat(asked).isEmpty();
  }

  @Test
  void dashboardThatStandsAloneNamesTheCommandInstead() {
    try (Browserless alone =
        Browserless.on(shop.url(), AccessRules.operatedWith(Token.of(TOKEN)))) {
      var answer = alone.post("/monitoring/verify", "", OPERATOR);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("./highstreet verify");
      assertThat(alone.get("/monitoring").body()).doesNotContain("Verify now");
    }
  }

  private static int post(String path, String form) {
    return dashboard.post(path, form, OPERATOR).statusCode();
  }

  private static void untilShown(String... words) throws Exception {
    Eventually.wait(
        PATIENCE,
        String.join(", ", words),
        () -> {
          String page = dashboard.get("/monitoring").body();
          return List.of(words).stream().allMatch(page::contains);
        });
  }
}
