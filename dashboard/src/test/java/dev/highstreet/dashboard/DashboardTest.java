package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class DashboardTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static InventedShop shop;
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    shop = InventedShop.history(POSTGRES);
    dashboard = Browserless.on(shop.url());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void everyAnswerForbidsFramesSniffingReferrersAndForeignCode() {
    HttpResponse<String> page = dashboard.get("/");

    assertThat(page.headers().map())
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"));
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
  }

  @Test
  void assetsMayBeKeptForGoodUnderTheirFingerprintOnly() {
    String kept =
        assets(dashboard.get("/").body()).stream()
            .filter(address -> address.contains("highstreet.css"))
            .findFirst()
            .orElseThrow();

    assertThat(dashboard.get(kept).headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(dashboard.get("/assets/highstreet.css?v=0").headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
    assertThat(dashboard.get("/assets/secret.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAssetOfAPageIsServed() {
    for (String address : assets(dashboard.get("/").body())) {
      assertThat(dashboard.get(address).statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  void wrongParameterIsNamedWithItsValueAndWhatIsAllowed() {
    HttpResponse<String> answer = dashboard.get("/?theme=pink");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("theme is “pink”. Allowed is light or dark.");
  }

  @Test
  void unknownPageOfTheStreamIsNamedWithThePagesThereAre() {
    HttpResponse<String> answer = dashboard.get("/live?page=nowhere");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("page is “nowhere”. Allowed is ").contains("pipeline");
  }

  @Test
  void addressThatIsNoPageSaysSo() {
    HttpResponse<String> answer = dashboard.get("/no%3Cb%3Ewhere");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such page").doesNotContain("<b>where");
  }

  @Test
  @Timeout(30)
  void streamBeginsWithTheStripAndThePageAsTheyAre() {
    try (Stream<String> lines = dashboard.listen("/live?page=pipeline").body()) {
      List<String> names =
          lines
              .filter(line -> line.startsWith("event:"))
              .map(line -> line.substring("event:".length()).strip())
              .filter(name -> !name.equals("heartbeat"))
              .distinct()
              .limit(4)
              .toList();

      assertThat(names).containsExactlyInAnyOrder("strip", "outages", "attention", "pipeline");
    }
  }

  @Test
  @Timeout(30)
  void streamCarriesThinSpacesAndDashesUnharmed() {
    try (Stream<String> lines = dashboard.listen("/live?page=pipeline").body()) {
      assertThat(lines.filter(line -> line.contains("accepted</small>")).findFirst())
          .hasValueSatisfying(line -> assertThat(line).contains("1\u202f744"));
    }
  }

  @Test
  void nothingIsShownAsReconciledThatWasNotCompared() {
    assertThat(dashboard.get("/").body()).contains("Not verified yet");
  }

  private static List<String> assets(String page) {
    return Stream.of(page.split("\"")).filter(part -> part.startsWith("/assets/")).toList();
  }
}
