package dev.highstreet.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.Browserless;
import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.Token;
import dev.highstreet.testsupport.PostgresExtension;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders that are refused. Kafka does not answer: what came so far as to be sent would be a 503.
 */
class PlaceOrderTest {
  private static final String OPERATOR = "an operator's token";
  private static final String LINE = "{\"productId\":\"P-0003\",\"quantity\":1}";

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Browserless dashboard;

  @BeforeAll
  static void open() {
    dashboard =
        Browserless.selling(
            InventedShop.history(POSTGRES).url(),
            AccessRules.operatedWith(Token.of(OPERATOR)),
            Browserless.SILENT_KAFKA);
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"lines\":[]} | lines",
        "{} | lines",
        "{\"lines\":{}} | lines",
        "{\"lines\":[1]} | lines[0]",
        "{\"lines\":[LINE,{\"productId\":\"P-0003\",\"quantity\":-1}]} | lines[1].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":0}]} | lines[0].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":1.5}]} | lines[0].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":\"2\"}]} | lines[0].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":1001}]} | lines[0].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":99999999999999999999}]} | lines[0].quantity",
        "{\"lines\":[{\"productId\":\"P-0003\"}]} | lines[0].quantity",
        "{\"lines\":[{\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":7,\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":\"P\\u0000\",\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":\"\\ud800\",\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":\"P-9999\",\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":\"' OR true --\",\"quantity\":1}]} | lines[0].productId",
        "{\"lines\":[{\"productId\":\"P-0003\",\"quantity\":1,\"price\":0}]} | lines[0].price",
        "{\"lines\":[LINE],\"discount\":5} | discount",
        "{\"lines\":[LINE],\"storeId\":\"S-NOWHERE\"} | storeId",
        "{\"lines\":[LINE],\"storeId\":5} | storeId",
        "{\"lines\":[LINE],\"customerId\":\"\"} | customerId",
        "{\"lines\":[LINE],\"paymentMethod\":\"IOU\"} | paymentMethod"
      })
  void fieldAtFaultIsNamed(String body, String field) throws Exception {
    HttpResponse<String> answer = post(body.replace("LINE", LINE));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/allowed").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{\"lines\":[LINE]",
        "{\"lines\":[LINE]} {}",
        "{\"lines\":[LINE],\"lines\":[LINE]}",
        "nonsense",
        ""
      })
  void bodyThatIsNoOrderInJsonIsRefused(String body) {
    HttpResponse<String> answer = post(body.replace("LINE", LINE));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void everyFaultIsNamedNotTheFirst() throws Exception {
    JsonNode problem =
        new ObjectMapper()
            .readTree(post("{\"lines\":[{\"productId\":5,\"quantity\":-1}],\"tip\":1}").body());

    assertThat(problem.path("errors")).hasSize(3);
  }

  @Test
  void tenThousandLinesAreTooMany() throws Exception {
    String lines = IntStream.range(0, 10_000).mapToObj(i -> LINE).collect(Collectors.joining(","));

    HttpResponse<String> answer = post("{\"lines\":[" + lines + "]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("10000 entries", "an array of 1 to 100 entries");
  }

  @Test
  void nestingWithoutEndIsCutOff() {
    HttpResponse<String> answer = post("{\"lines\":" + "[".repeat(100_000));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).hasSizeLessThan(1_000);
  }

  @Test
  void bodyBeyondAMegabyteIsTooLarge() {
    HttpResponse<String> answer = post("{\"lines\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"status\":413").hasSizeLessThan(1_000);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] body =
        ("{\"lines\":[" + LINE + "],\"customerId\":\"C-\u0001\"}").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      if (body[i] == 1) {
        body[i] = (byte) 0xff;
      }
    }

    HttpResponse<String> answer =
        dashboard.ask("POST", "/api/orders", body, headers("application/json"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("It is no UTF-8");
  }

  @Test
  void anotherFormThanJsonIsRefused() {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "text/json"}) {
      assertThat(
              dashboard
                  .ask("POST", "/api/orders", "{\"lines\":[" + LINE + "]}", headers(type))
                  .statusCode())
          .as(type)
          .isEqualTo(415);
    }
  }

  @Test
  void scriptIsRepeatedAsTextInAnAnswerThatIsNoPage() {
    HttpResponse<String> answer =
        post("{\"lines\":[{\"productId\":\"<script>alert(1)</script>\",\"quantity\":1}]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  @Timeout(30)
  void soundOrderIsRefusedWhileKafkaIsSilent() {
    HttpResponse<String> answer = post("{\"lines\":[" + LINE + "]}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Kafka takes no orders now");
  }

  @Test
  void noTillIsOpenWhereItIsNotKnownThatOrdersMayGoToKafka() {
    try (Browserless closed =
        Browserless.on(POSTGRES.url(), AccessRules.operatedWith(Token.of(OPERATOR)))) {
      HttpResponse<String> answer =
          closed.ask(
              "POST", "/api/orders", "{\"lines\":[" + LINE + "]}", headers("application/json"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("Nothing takes orders now");
    }
  }

  private static HttpResponse<String> post(String body) {
    return dashboard.ask("POST", "/api/orders", body, headers("application/json; charset=utf-8"));
  }

  private static String[] headers(String type) {
    return new String[] {"Authorization", "Bearer " + OPERATOR, "Content-Type", type};
  }
}
