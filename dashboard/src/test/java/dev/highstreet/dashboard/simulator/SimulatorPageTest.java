package dev.highstreet.dashboard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.Operations;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorPageTest {
  private static final String TOKEN = "an operator's token";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final SteeredShop shop = new SteeredShop();
  private Browserless dashboard;

  @BeforeEach
  void open() {
    dashboard = on(InventedShop.empty(POSTGRES).url(), Optional.of(shop));
  }

  private static Browserless on(String url, Optional<Simulator> simulator) {
    return Browserless.on(
        url,
        AccessRules.operatedWith(Token.of(TOKEN)),
        new Operations() {
          @Override
          public Optional<Simulator> simulator() {
            return simulator;
          }
        });
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void pageTellsHowTheShopStands() {
    assertThat(dashboard.get("/simulator").body())
        .contains("Sat 14 Mar 2026, 15:09:26")
        .contains("an hour each second")
        .contains("Gift shop", "seed 42")
        .contains("aria-checked=\"true\"", "aria-checked=\"false\"", "0.2\u202f%")
        .contains("271\u202f828")
        .contains("97 units, £1\u202f234.50", "Taken before", "<dd class=\"num\">3</dd>")
        .contains("42 of 100 sent, 1 not, as nothing was left of what was wanted …")
        .contains("until Sat 14 Mar 2026, 16:00");
  }

  @Test
  void everyLeverDoesWhatItSays() {
    assertThat(post("/simulator/clock", "paused=true")).contains("stands still");
    assertThat(post("/simulator/pace", "stop=6")).contains("a day each second");
    assertThat(post("/simulator/pace", "speed=90")).contains("90 seconds each second");
    assertThat(post("/simulator/scenarios/flash-sale/start", "hours=2&discount="))
        .contains("flash-sale begins with {hours=2.0}");
    assertThat(
            post("/simulator/scenarios/flash-sale/start", "parameters=" + coded("{\"hours\": 3}")))
        .contains("flash-sale begins with {hours=3.0}");
    assertThat(post("/simulator/scenarios/flash-sale/stop", "")).contains("flash-sale ends");
    assertThat(post("/simulator/faults", "fault=repeated&rate=0")).contains("repeated 0.");
    assertThat(post("/simulator/faults", "rates=" + coded("{\"repeated\": 0.1, \"corrupt\": 1}")))
        .contains("corrupt 1");
    assertThat(post("/simulator/sending", "count=1000&millis=0")).contains("Sending 1,000 orders");
    assertThat(post("/simulator/sending/cancel", "")).contains("No more");
    assertThat(post("/simulator/statistics/reset", "")).contains("anew");

    assertThat(shop.levers())
        .containsExactly(
            "paused true",
            "speed 86400.0",
            "speed 90.0",
            "start flash-sale {hours=2.0}",
            "start flash-sale {hours=3.0}",
            "stop flash-sale",
            "faults {repeated=0.0}",
            "faults {corrupt=1.0, repeated=0.1}",
            "send 1000 PT0S",
            "cancel",
            "reset");
  }

  @Test
  void salesAndDaysAreMarkedWhereAScenarioWasOnAlsoOnceItIsOver() {
    try (Browserless trading = on(InventedShop.history(POSTGRES).url(), Optional.of(shop))) {
      String sales = trading.get("/dashboard?period=2011-03").body();
      String pipeline = trading.get("/").body();

      for (String page : List.of(sales, pipeline)) {
        assertThat(page)
            .contains("flash-sale</span>")
            .contains("Sat 26 Mar 2011, 12:00 to Sat 26 Mar 2011, 16:00");
      }
      assertThat(sales).contains("promotion-blast</span>", "<td>fraud-attack</td>");
      assertThat(pipeline)
          .contains("Fri 25 Mar 2011: final; fraud-attack")
          .as("its fortnight begins on the 18th")
          .doesNotContain("promotion-blast</span>");
      assertThat(trading.get("/dashboard?period=2011-02").body()).doesNotContain("<th>Scenarios");
    }
  }

  @Test
  void whatIsOutOfBoundsIsNamedAndMovesNothing() {
    assertThat(refused("/simulator/clock", "paused=maybe", 400)).contains("true or false");
    assertThat(refused("/simulator/pace", "speed=fast", 400)).contains("speed is \"fast\"");
    assertThat(refused("/simulator/pace", "speed=NaN", 400)).contains("allowed is a number");
    assertThat(refused("/simulator/pace", "speed=1000000", 400)).contains("up to 100,000");
    assertThat(refused("/simulator/pace", "stop=8", 400)).contains("0 to 7");
    assertThat(refused("/simulator/sending", "count=1001&millis=0", 400)).contains("1 to 1,000");
    assertThat(refused("/simulator/sending", "count=10&millis=-1", 400)).contains("0 to 2,000");
    assertThat(refused("/simulator/faults", "fault=repeated&rate=2", 400)).contains("from 0 to 1");
    assertThat(refused("/simulator/faults", "fault=gremlins&rate=1", 400))
        .contains("fault is", "gremlins", "one of repeated, corrupt");
    assertThat(refused("/simulator/faults", "fault=repeated&rate=", 400)).contains("a number");
    assertThat(refused("/simulator/faults", "rates=" + coded("{\"repeated\": \"x\"}"), 400))
        .contains("repeated is");
    assertThat(refused("/simulator/scenarios/earthquake/start", "", 400))
        .contains("flash-sale or fraud-attack");
    assertThat(refused("/simulator/scenarios/flash-sale/start", "hours=<script>", 400))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
    for (String json :
        new String[] {"{", "[]", "{\"hours\": \"4\"}", "{\"a\":1,\"a\":2}", "{} {}"}) {
      refused("/simulator/scenarios/flash-sale/start", "parameters=" + coded(json), 400);
    }

    assertThat(shop.levers()).isEmpty();
  }

  @Test
  void whatCannotBeDoneNowSaysSo() {
    post("/simulator/sending", "count=100&millis=100");

    assertThat(refused("/simulator/sending", "count=1&millis=0", 409))
        .contains("cancel them first");
  }

  @Test
  void withoutAShopThePageSaysHowToHaveOne() {
    try (Browserless alone = on(Browserless.SILENT_DATABASE, Optional.empty())) {
      assertThat(alone.get("/simulator").body()).contains("./highstreet demo");
    }
    try (Browserless alone = on(InventedShop.empty(POSTGRES).url(), Optional.empty())) {
      assertThat(alone.post("/simulator/clock", "paused=true", bearer()).statusCode())
          .isEqualTo(409);
    }
  }

  private String post(String path, String form) {
    HttpResponse<String> answer = dashboard.post(path, form, asPart());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String refused(String path, String form, int status) {
    HttpResponse<String> answer = dashboard.post(path, form, asPart());
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static String[] asPart() {
    return new String[] {"Authorization", "Bearer " + TOKEN, "HX-Request", "true"};
  }

  private static String[] bearer() {
    return new String[] {"Authorization", "Bearer " + TOKEN};
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
