package dev.highstreet.dashboard.webhook;

import static dev.highstreet.dashboard.webhook.Bodies.cups;
import static dev.highstreet.dashboard.webhook.Bodies.cupsAnd;
import static dev.highstreet.dashboard.webhook.Bodies.cupsWith;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.intake.OpenTill;
import dev.highstreet.dashboard.shell.SettableClock;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a delivery is said by name, and nothing of it is taken. */
class RefusedDeliveriesTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Instant NOW = SettableClock.START;
  private static final OpenTill TILL = new OpenTill();
  private static final String GOOD = Bodies.delivery("d-1", NOW, cups("A-1"));
  private static final int TOO_LARGE = (1 << 20) + 1;

  private static WebhookServer server;

  @BeforeAll
  static void start() {
    server = begin();
  }

  private static WebhookServer begin() {
    return new WebhookServer(
        POSTGRES.url(),
        Roles.READER,
        Optional.of(WebhookServer.SECRET),
        Optional.of(TILL),
        new SettableClock());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothingWasTaken() {
    assertThat(TILL.orders()).isEmpty();
  }

  @Test
  void signatureOfOthersOrOfAnotherBodyIsNone() {
    byte[] body = GOOD.getBytes(UTF_8);
    String good = WebhookServer.SECRET.sign(body);
    String guessed = SigningSecret.of("what somebody else takes the secret for").sign(body);
    String otherBody = WebhookServer.SECRET.sign(GOOD.replace("d-1", "d-2").getBytes(UTF_8));
    for (String wrong :
        List.of(
            "",
            "0".repeat(128),
            guessed,
            otherBody,
            good.substring(1),
            good + "0",
            "sha512=" + good,
            "é".repeat(128))) {
      HttpResponse<String> answer = server.send(body, wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
      assertThat(answer.body()).contains("X-Signature").doesNotContain(good);
    }
  }

  @Test
  void neitherIdNorTimestampCanBeChangedWithoutTheSignature() {
    String signature = WebhookServer.SECRET.sign(GOOD.getBytes(UTF_8));
    for (String changed :
        List.of(GOOD.replace("d-1", "d-2"), GOOD.replace("10:00:00Z", "10:00:01Z"), GOOD + " ")) {
      assertThat(changed).isNotEqualTo(GOOD);
      assertThat(server.send(changed.getBytes(UTF_8), signature).statusCode()).isEqualTo(401);
    }
    assertFault(server.send(GOOD, "X-Id", "d-2"), "X-Id");
    assertFault(server.send(GOOD, "X-Timestamp", "2026-01-05T10:00:01Z"), "X-Timestamp");
    assertFault(server.send(GOOD, "X-Timestamp", "now"), "X-Timestamp");
  }

  @Test
  void bodyBeyondOneMegabyteIsNotRead() {
    byte[] large = new byte[TOO_LARGE];
    String signature = WebhookServer.SECRET.sign(large);

    assertThat(server.send(large, signature).statusCode()).isEqualTo(413);
    assertThat(
            server
                .send(
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), signature)
                .statusCode())
        .as("without a Content-Length")
        .isEqualTo(413);
  }

  @Test
  void otherContentIsNotTaken() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "json")) {
      assertThat(server.send(GOOD, "Content-Type", type).statusCode()).as(type).isEqualTo(415);
    }
    assertThat(server.send(GOOD, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
  }

  @Test
  void deliveriesAreLimitedInNumber() {
    try (WebhookServer busy = begin()) {
      int refused = 0;
      // a minute may end while they are sent, but not two
      for (int i = 0; i <= 2 * Webhook.DELIVERIES_A_MINUTE && refused == 0; i++) {
        HttpResponse<String> answer = busy.send(new byte[] {'x'}, "none");
        if (answer.statusCode() == 429) {
          refused = i;
          assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
          assertThat(answer.body()).contains("1200 a minute");
        }
      }
      assertThat(refused).isGreaterThanOrEqualTo(Webhook.DELIVERIES_A_MINUTE);
    }
  }

  static Stream<byte[]> notJson() {
    return Stream.of(
            "",
            " ",
            "{",
            "nonsense",
            GOOD + "{}",
            GOOD.replace("\"d-1\"", "NaN"),
            GOOD.replace("\"d-1\"", "'d-1'"),
            GOOD.replace("\"id\"", "\"id\": \"d-2\", \"id\""),
            GOOD.replace("\"quantity\": 2", "\"quantity\": 2, \"quantity\": 3"),
            GOOD.replace("\"d-1\"", "\"d\u0001\""),
            GOOD.replace("\"d-1\"", "\"" + "x".repeat(10_001) + "\""),
            GOOD.replace("\"2.50\"", "1" + "0".repeat(100_000)),
            "[".repeat(100_000))
        .map(text -> text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("notJson")
  void whatIsNoStrictJsonIsRefused(byte[] body) {
    HttpResponse<String> answer = server.send(body, WebhookServer.SECRET.sign(body));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not JSON as it is taken here").hasSizeLessThan(2_000);
  }

  @Test
  void textIsUtf8() {
    for (byte[] body :
        List.of(
            GOOD.replace("A-1", "Caf\u00e9").getBytes(ISO_8859_1),
            GOOD.getBytes(UTF_16),
            new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, // an overlong NUL
            new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})) { // half of a character
      HttpResponse<String> answer = server.send(body, WebhookServer.SECRET.sign(body));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("It is no UTF-8: see the byte at offset");
    }
  }

  static Stream<Arguments> wrongEnvelopes() {
    String cup = cups("A-1");
    String noLines = "{\"orderId\": \"A\", \"storeId\": \"WEB\", \"lines\": []}";
    return Stream.of(
        arguments("[]", "body"),
        arguments("7", "body"),
        arguments("{}", "transactions"),
        arguments(GOOD.replace("\"d-1\"", "7"), "id"),
        arguments(GOOD.replace("d-1", " "), "id"),
        arguments(GOOD.replace("d-1", "x".repeat(201)), "id"),
        arguments(GOOD.replace("d-1", "d\\u0000"), "id"),
        arguments(GOOD.replace(NOW.toString(), "yesterday"), "timestamp"),
        arguments(GOOD.replace("\"" + NOW + "\"", "1767607200"), "timestamp"),
        arguments(GOOD.replace(NOW.toString(), "+999999999-01-01T00:00:00Z"), "timestamp"),
        arguments(GOOD.replace("\"id\"", "\"sequence\": 1, \"id\""), "sequence"),
        arguments(Bodies.delivery("d-1", NOW), "transactions"),
        arguments(Bodies.delivery("d-1", NOW, "null"), "transactions[0]"),
        arguments(Bodies.delivery("d-1", NOW, cup, cup), "transactions[1].orderId"),
        arguments(Bodies.delivery("d-1", NOW, cups("B"), noLines), "transactions[1].lines"),
        arguments(many(1_001), "transactions"));
  }

  private static String many(int transactions) {
    return Bodies.delivery(
        "d-1",
        NOW,
        IntStream.range(0, transactions).mapToObj(i -> cups("A-" + i)).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("wrongEnvelopes")
  void fieldsOfADeliveryAreNamed(String body, String field) throws Exception {
    assertFault(server.send(body), field);
  }

  static Stream<Arguments> wrongTransactions() {
    String line = "lines[0].";
    return Stream.of(
        arguments(cupsWith("quantity", "-1"), line + "quantity"),
        arguments(cupsWith("quantity", "0"), line + "quantity"),
        arguments(cupsWith("quantity", "1.5"), line + "quantity"),
        arguments(cupsWith("quantity", "\"2\""), line + "quantity"),
        arguments(cupsWith("quantity", "1000001"), line + "quantity"),
        arguments(cupsWith("quantity", "99999999999999999999"), line + "quantity"),
        arguments(cupsWith("quantity", "null"), line + "quantity"),
        arguments(cupsWith("unitPrice", "0"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "-2.50"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "\"2,50\""), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "2.5000001"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "\"2.5000000\""), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "1e999999999"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "1e-999999999"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "\"1e5\""), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "true"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "[2.5]"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "50000000.01"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "9999999999999"), line + "unitPrice"),
        arguments(cupsWith("unitPrice", "2.5, \"discount\": 5.01"), line + "discount"),
        arguments(cupsWith("unitPrice", "2.5, \"discount\": -1"), line + "discount"),
        arguments(cupsWith("unitPrice", "2.5, \"price\": 2.5"), line + "price"),
        arguments(cupsWith("productId", "\"\""), line + "productId"),
        arguments(cupsWith("productId", "17"), line + "productId"),
        arguments(cupsWith("productId", "\"CUP\\u0000\""), line + "productId"),
        arguments(cupsWith("productId", "\"CUP\\ud800\""), line + "productId"),
        arguments(cupsWith("productId", "\"" + "C".repeat(201) + "\""), line + "productId"),
        arguments(
            cupsWith("productId", "\"CUP\", \"productRevision\": 0"), line + "productRevision"),
        arguments(cupsAnd("\"unknown\": 1"), "unknown"),
        arguments(cupsAnd("\"customerId\": \"a\\nb\""), "customerId"),
        arguments(cupsAnd("\"occurredAt\": \"soon\""), "occurredAt"),
        arguments(cupsAnd("\"occurredAt\": \"1969-12-31T23:59:59Z\""), "occurredAt"),
        arguments(cupsAnd("\"occurredAt\": 1767607200000"), "occurredAt"),
        arguments(cupsAnd("\"reportedTotal\": \"5.02\""), "reportedTotal"),
        arguments(cupsAnd("\"shippingFee\": \"-1\""), "shippingFee"),
        arguments(cupsAnd("\"taxIncluded\": \"5.01\""), "taxIncluded"),
        arguments(cupsAnd("\"paymentMethod\": \"BARTER\""), "paymentMethod"),
        arguments(cupsAnd("\"paymentMethod\": 1"), "paymentMethod"),
        arguments(cupsAnd("\"ipAddress\": \"localhost\""), "ipAddress"),
        arguments(cupsAnd("\"userAgent\": \"" + "x".repeat(513) + "\""), "userAgent"),
        arguments(lines(10_000, "1"), "lines"),
        arguments(lines(1_000, "60000000"), "lines"),
        arguments("7", ""));
  }

  private static String lines(int lines, String price) {
    String line = "{\"productId\": \"CUP\", \"quantity\": 1, \"unitPrice\": %s}".formatted(price);
    return "{\"orderId\": \"A\", \"storeId\": \"WEB\", \"lines\": [%s]}"
        .formatted(String.join(",", Collections.nCopies(lines, line)));
  }

  @ParameterizedTest
  @MethodSource("wrongTransactions")
  void fieldsOfATransactionAreNamed(String transaction, String field) throws Exception {
    String[] batch = {cups("A-0"), transaction};
    assertFault(
        server.send(Bodies.delivery("d-1", NOW, batch)),
        field.isEmpty() ? "transactions[1]" : "transactions[1]." + field);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceUpToAHundred() throws Exception {
    String wrong =
        "{\"orderId\": 1, \"lines\": [{\"productId\": \"<script>alert(1)</script>\", \"quantity\": -1}]}";
    HttpResponse<String> answer = server.send(Bodies.delivery("d-1", NOW, wrong));
    assertThat(fields(answer))
        .containsExactlyInAnyOrder(
            "transactions[0].orderId",
            "transactions[0].storeId",
            "transactions[0].lines[0].quantity",
            "transactions[0].lines[0].unitPrice");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));

    String many = lines(1_000, "-1").replace("\"CUP\"", "\"" + "x".repeat(500) + "\"");
    assertThat(fields(server.send(Bodies.delivery("d-1", NOW, many)))).hasSize(100);
  }

  private static void assertFault(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(fields(answer)).as(answer.body()).contains(field);
    assertThat(answer.body()).doesNotContain("Exception");
  }

  private static List<String> fields(HttpResponse<String> answer) {
    try {
      JsonNode problem = new ObjectMapper().readTree(answer.body());
      return problem.path("errors").findValuesAsText("field");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
