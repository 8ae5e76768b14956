package dev.highstreet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.dashboard.flink.AnsweringFlink;
import dev.highstreet.testsupport.Eventually;
import dev.highstreet.testsupport.KafkaExtension;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A server stops under running pages: each says which and since when, shows what it last knew, and
 * is well again once the server is.
 */
@Timeout(120)
class OutageIT {
  private static final String TOKEN = "an operator's token of a test";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ORDER =
      "{\"lines\": [{\"productId\": \"P-0007\", \"quantity\": 1}], \"paymentMethod\": \"CARD\"}";

  /** Pages that show figures of Postgres, with one that each of them shows. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "/", "1\u202f744<small> accepted",
          "/dashboard?period=2011-03-31", "data-figure=\"Orders\">30<",
          "/transactions", "data-key=\"H-110331-0014\"",
          "/transactions?order=H-110331-0007", "Its life so far",
          "/monitoring", "NON_POSITIVE_QUANTITY",
          "/storefront", "Beeswax candle no. 2",
          "/storefront/products/P-0007", "Tin robot no. 7",
          "/storefront/orders/H-110331-0007", "highstreet.orders, partition");

  private static final List<String> OTHERS =
      List.of("/simulator", "/api", "/documentation", "/documentation/contract");

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static final AnsweringFlink FLINK = new AnsweringFlink();
  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    FLINK.runsSales("RUNNING", Instant.parse("2011-03-31T12:00:00Z").toEpochMilli());
    dashboard =
        Browserless.on(
            InventedShop.history(POSTGRES).url(),
            FLINK.address(),
            AccessRules.operatedWith(Token.of(TOKEN)),
            Operations.SERVERS_ALONE,
            KAFKA.bootstrapServers());
  }

  @AfterAll
  static void close() {
    dashboard.close();
    FLINK.close();
  }

  @Test
  void pagesShowWhatTheyKnewWhilePostgresIsDown() throws Exception {
    FIGURES.forEach((page, figure) -> assertThat(get(page)).as(page).contains(figure));

    POSTGRES.whileStopped(
        () -> {
          for (String page : FIGURES.keySet()) {
            awaitFromWhenItIs(page);
            assertThat(get(page))
                .as(page)
                .contains("<b>Postgres does not answer</b> since ", FIGURES.get(page));
          }
          for (String page : OTHERS) {
            assertThat(get(page)).as(page).contains("<b>Postgres does not answer</b> since ");
          }
        });

    FIGURES.forEach((page, figure) -> assertWell(page, figure, "Postgres does not answer"));
  }

  /** What was read a moment ago is still the newest, though the page knows that it is silent. */
  private static void awaitFromWhenItIs(String page) throws Exception {
    Eventually.wait(
        PATIENCE, page + " to show from when it is", () -> get(page).contains("data-as-of"));
  }

  @Test
  void programsAreToldSinceWhenPostgresIsDown() throws Exception {
    POSTGRES.whileStopped(
        () -> {
          for (String path :
              List.of("/api/products", "/api/orders/H-110331-0007", "/api/marts/daily_sales")) {
            assertUnavailable(dashboard.get(path), "Postgres does not answer");
          }
          assertUnavailable(order(), "Nothing can be changed now");
        });
  }

  @Test
  void pageOfWhichNothingIsKnownSaysSoAndThatItComesBack() throws Exception {
    POSTGRES.whileStopped(
        () -> {
          HttpResponse<String> answer = dashboard.get("/storefront/products/P-0011");
          assertThat(answer.statusCode()).isEqualTo(503);
          assertThat(answer.body())
              .contains("Postgres does not answer", "Since ", "This page comes back by itself")
              .contains("data-again", "/live?page=still");
        });

    assertWell("/storefront/products/P-0011", "Linen tea towel", "Postgres does not answer");
  }

  @Test
  void pagesSayThatKafkaIsDownAndWhatItToldLast() throws Exception {
    assertWell("/", "1\u202f744<small> accepted", "Kafka does not answer");

    KAFKA.whileStopped(
        () -> {
          for (String page : FIGURES.keySet()) {
            Eventually.wait(
                PATIENCE,
                page + " to say that Kafka is silent",
                () -> get(page).contains("<b>Kafka does not answer</b> since "));
            assertThat(get(page)).as(page).contains(FIGURES.get(page));
          }
          awaitFromWhenItIs("/");
          assertThat(get("/")).contains("as Kafka last told");
          assertUnavailable(order(), "Kafka takes no orders now");
        });

    FIGURES.forEach((page, figure) -> assertWell(page, figure, "Kafka does not answer"));
    assertThat(order().statusCode()).isEqualTo(201);
  }

  @Test
  void pagesSayThatFlinkIsDownAndWhichJobsItHad() throws Exception {
    assertThat(get("/")).contains("Sales marts, live (run 1)");
    FLINK.status(503);
    try {
      for (String page : FIGURES.keySet()) {
        Eventually.wait(
            PATIENCE,
            page + " to say that Flink is silent",
            () -> get(page).contains("<b>Flink does not answer</b> since "));
      }
      awaitFromWhenItIs("/");
      assertThat(get("/")).contains("Sales marts, live (run 1)");
    } finally {
      FLINK.status(200);
    }
    FIGURES.forEach((page, figure) -> assertWell(page, figure, "Flink does not answer"));
  }

  private static void assertWell(String page, String figure, String problem) {
    try {
      Eventually.wait(
          PATIENCE,
          page + " to be well again",
          () -> {
            HttpResponse<String> answer = dashboard.get(page);
            return answer.statusCode() == 200
                && answer.body().contains(figure)
                && !answer.body().contains(problem);
          });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertUnavailable(HttpResponse<String> answer, String title)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo(title);
    assertThat(Instant.parse(problem.path("since").asText())).isBefore(Instant.now());
  }

  private static HttpResponse<String> order() {
    return dashboard.ask(
        "POST",
        "/api/orders",
        ORDER,
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + TOKEN);
  }

  private static String get(String page) {
    HttpResponse<String> answer = dashboard.get(page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return answer.body();
  }
}
