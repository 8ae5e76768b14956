package dev.highstreet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products, stores and orders, read over HTTP. */
class ApiTest {
  private static final String SQL = "' OR '1'='1'; DROP TABLE core.orders; --";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    dashboard = Browserless.on(InventedShop.history(POSTGRES).url());
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @Test
  void productsComeInPagesThatLeadFromOneToTheNext() throws Exception {
    List<String> seen = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = json("/api/products?limit=25" + after);
      page.path("products").forEach(product -> seen.add(product.path("productId").asText()));
      after = "&after=" + page.path("next").asText();
    } while (!page.path("next").isNull());

    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void productHasItsPriceAsAnExactDecimal() throws Exception {
    JsonNode product = json("/api/products/P-0007");

    assertThat(product.path("listPrice").isTextual()).isTrue();
    assertThat(product.path("listPrice").decimalValue())
        .isZero(); // no number that could be a double
    assertThat(product.path("listPrice").asText()).isEqualTo("11.25");
    assertThat(product.path("category").asText()).isEqualTo("Textiles");
  }

  @Test
  void storesAreTold() throws Exception {
    assertThat(json("/api/stores").path("stores")).hasSize(4);
    assertThat(json("/api/stores").at("/stores/0/type").asText()).isEqualTo("SHOP");
  }

  @Test
  void orderIsToldWithItsLinesAndItsLifeSoFar() throws Exception {
    JsonNode order = json("/api/orders/H-110331-0007");

    assertThat(order.path("lines")).hasSize(4);
    assertThat(order.at("/quarantinedLines/0/reason").asText()).isEqualTo("NON_POSITIVE_QUANTITY");
    assertThat(order.at("/life/topic").asText()).isEqualTo("highstreet.orders");
    assertThat(order.at("/life/bookedAt").asText()).isNotEmpty();
    assertThat(order.at("/life/dayFinal").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/products/P-9999",
        "/api/orders/none",
        "/api/marts/pg_authid",
        "/api/marts/orders",
        "/api/nothing"
      })
  void whatIsNotThereIsAProblemDocument(String path) throws Exception {
    HttpResponse<String> answer = dashboard.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(404);
    assertThat(problem.path("instance").asText()).startsWith("/api/");
  }

  @Test
  void wrongParameterIsNamedAsAField() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"/api/products?limit=0", "limit", "a whole number from 1 to 200"},
          {"/api/products?limit=1e2", "limit", "a whole number from 1 to 200"},
          {"/api/products?limit=99999999999", "limit", "a whole number from 1 to 200"},
          {"/api/products?limitt=5", "limitt", "no such parameter, only q, category, limit, after"},
          {"/api/stores?q=x", "q", "no such parameter, only limit, after"},
          {"/api/products?q=a&q=b", "q", "one value, not several"}
        }) {
      HttpResponse<String> answer = dashboard.get(wrong[0]);

      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
      JsonNode field = new ObjectMapper().readTree(answer.body()).at("/errors/0");
      assertThat(field.path("field").asText()).isEqualTo(wrong[1]);
      assertThat(field.path("allowed").asText()).isEqualTo(wrong[2]);
    }
  }

  @Test
  void sqlInAFilterIsAWordLikeAnyOther() throws Exception {
    for (String parameter : List.of("q", "category")) {
      String path = "/api/products?" + parameter + "=" + encoded(SQL);
      assertThat(json(path).path("products")).as(path).isEmpty();
    }
    assertThat(dashboard.get("/api/products?after=" + encoded(SQL)).statusCode()).isEqualTo(200);
    assertThat(dashboard.get("/api/orders/" + encoded(SQL)).statusCode()).isEqualTo(404);
    assertThat(json("/api/orders/H-110331-0007").path("lines")).hasSize(4);
  }

  @Test
  void pathTricksLeadNowhere() {
    for (String path :
        List.of(
            "/api/marts/..%2f..%2fetc%2fpasswd",
            "/api/products/%00",
            "/api/orders/%0a",
            "/api/products/..%2F..%2Fapplication.conf",
            "/api/orders/..;/..;/x")) {
      assertThat(dashboard.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void silentDatabaseIsAProblemDocumentToo() {
    try (Browserless lonely = Browserless.on(Browserless.SILENT_DATABASE)) {
      HttpResponse<String> answer = lonely.get("/api/products");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
      assertThat(answer.body()).contains("\"title\":\"Postgres does not answer\"", "\"since\":\"");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = dashboard.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return new ObjectMapper().readTree(answer.body());
  }
}
