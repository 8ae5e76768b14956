package dev.highstreet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Ran;
import dev.highstreet.platform.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendCommandTest {
  private static final String PRODUCTS =
      """
      {"products": [
        {"productId": "CUP", "listPrice": "2.50", "active": true},
        {"productId": "JUG", "listPrice": 12.75, "active": true},
        {"productId": "OLD", "listPrice": "1.00", "active": false},
        {"productId": "FREE", "listPrice": "0"}]}""";

  @TempDir Path directory;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private Ran send(String... arguments) {
    return sendTo(receiver.url(), arguments);
  }

  private static Ran sendTo(String url, String... arguments) {
    return Ran.highstreet(
        Map.of("HIGHSTREET_WEBHOOK_SECRET", Receiver.SECRET),
        Ran.AMPLE,
        Stream.concat(Stream.of("send", "--url", url), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  @Test
  void sendsSignedTransactionsOfWhatTheReceiverSells() throws IOException {
    receiver.sells(PRODUCTS);

    Ran ran = send("--count", "200", "--batch", "30", "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(receiver.signed()).hasSize(7).containsOnly(true);
    Set<String> sold = new HashSet<>();
    Set<String> orders = new HashSet<>();
    for (JsonNode transaction : transactions()) {
      assertThat(transaction.path("storeId").asText()).isEqualTo("W1");
      assertThat(orders.add(transaction.path("orderId").asText())).isTrue();
      assertThat(transaction.has("occurredAt")).isFalse();
      BigDecimal total = BigDecimal.ZERO;
      Set<String> inThis = new HashSet<>();
      for (JsonNode line : transaction.path("lines")) {
        assertThat(inThis.add(line.path("productId").asText())).isTrue();
        total =
            total.add(
                new BigDecimal(line.path("unitPrice").asText())
                    .multiply(BigDecimal.valueOf(line.path("quantity").asInt())));
      }
      sold.addAll(inThis);
      assertThat(new BigDecimal(transaction.path("reportedTotal").asText()))
          .isEqualByComparingTo(total);
    }
    assertThat(orders).hasSize(200);
    assertThat(sold).containsExactlyInAnyOrder("CUP", "JUG");
    JsonNode summary = json(ran.out());
    assertThat(summary.path("accepted").asInt()).isEqualTo(200);
    assertThat(summary.path("deliveries").asInt()).isEqualTo(7);
    assertThat(summary.path("attempts").asInt()).isEqualTo(7);
    assertThat(summary.path("p99Millis").asDouble())
        .isGreaterThanOrEqualTo(summary.path("p50Millis").asDouble())
        .isPositive();
  }

  @Test
  void whoDoesNotTellWhatIsSoldIsSentProductsOfTheSampleShop() throws IOException {
    Ran ran = send();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).contains("does not tell what is sold").contains("--products");
    assertThat(transactions().get(0).path("storeId").asText()).isEqualTo("WEB");
  }

  @Test
  void productsAndStoreCanBeNamed() throws IOException {
    assertThat(send("--products", "TEA=1.5", "--store", "KIOSK").exitCode()).isZero();

    JsonNode transaction = transactions().get(0);
    assertThat(transaction.path("storeId").asText()).isEqualTo("KIOSK");
    assertThat(transaction.path("lines").get(0).path("productId").asText()).isEqualTo("TEA");
    assertThat(transaction.path("lines").get(0).path("unitPrice").asText()).isEqualTo("1.5");
  }

  @Test
  void transactionsOfAFileAreSentAsTheyAre() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("sales.json"),
            "[{\"orderId\": \"A\", \"total\": 0.10}, {\"orderId\": \"B\", \"any\": [1, null]}]");

    Ran ran = send("--file", file.toString());

    assertThat(ran.exitCode()).isZero();
    assertThat(receiver.bodies()).hasSize(2);
    assertThat(receiver.bodies().get(0)).endsWith("[{\"orderId\":\"A\",\"total\":0.10}]}");
    assertThat(receiver.bodies().get(1)).endsWith("[{\"orderId\":\"B\",\"any\":[1,null]}]}");
    assertThat(ran.out())
        .contains("Sent 2 of 2 transactions in 2 deliveries")
        .contains("2 accepted, 0 refused, 0 given up");
  }

  @Test
  void whatIsPutOffIsSentAgainUnderTheSameId() throws IOException {
    receiver.reply(429, "0", "");
    receiver.reply(503, "0", "{\"title\": \"Full\", \"detail\": \"Come\\u001b[2J back\"}");

    Ran ran = send("--json");

    assertThat(ran.exitCode()).isZero();
    assertThat(receiver.bodies()).hasSize(3);
    assertThat(receiver.signed()).containsOnly(true);
    assertThat(field("id")).hasSize(3).containsOnly(field("id").get(0));
    assertThat(ran.err())
        .contains("Delivery 1, attempt 1: 429; again in 0.0 s")
        .contains("Delivery 1, attempt 2: 503 Full: Come [2J back; again in 0.0 s");
    assertThat(json(ran.out()).path("retries").asInt()).isEqualTo(2);
    assertThat(json(ran.out()).path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void takenBeforeIsAYesAfterAnAttemptThatMayHaveArrived() throws IOException {
    receiver.reply(500, "0", "");
    receiver.reply(409, "", "");

    assertThat(json(send("--json").out()).path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void brokenConnectionIsTriedAgain() throws IOException {
    receiver.reply(0, "", "");
    receiver.reply(409, "", "");

    Ran ran = send("--json", "--attempts", "2");

    assertThat(ran.err()).contains("attempt 1: the connection broke");
    assertThat(json(ran.out()).path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void takenBeforeIsANoAtOnceOrAfterAnAttemptThatWasNotLookedAt() throws IOException {
    receiver.reply(409, "", "");
    assertThat(json(send("--json").out()).path("refused").asInt()).isEqualTo(1);

    receiver.reply(429, "0", "");
    receiver.reply(409, "", "");
    assertThat(json(send("--json").out()).path("refused").asInt()).isEqualTo(1);
  }

  @Test
  void refusalIsNotSentAgain() throws IOException {
    receiver.reply(400, "0", "{\"title\": \"Wrong\", \"detail\": \"quantity is -1\"}");

    Ran ran = send("--count", "3");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(receiver.bodies()).hasSize(3);
    assertThat(new HashSet<>(field("id"))).hasSize(3);
    assertThat(ran.err()).contains("400 Wrong: quantity is -1; not sent again");
    assertThat(ran.out()).contains("2 accepted, 1 refused, 0 given up");
  }

  @Test
  void redirectionIsNotFollowed() {
    receiver.reply(307, "", "");

    assertThat(send().out()).contains("0 accepted, 1 refused");
  }

  @Test
  void whoDoesNotAnswerIsGivenUpInTheEnd() throws IOException {
    String nowhere = "http://127.0.0.1:%d".formatted(new FreePorts().next(0));

    Ran ran = sendTo(nowhere, "--attempts", "2", "--json");

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err())
        .contains("attempt 1: %s/webhooks/transactions does not answer".formatted(nowhere))
        .contains("attempt 2")
        .contains("given up");
    assertThat(json(ran.out()).path("givenUp").asInt()).isEqualTo(1);
    assertThat(json(ran.out()).path("attempts").asInt()).isEqualTo(2);
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        arguments("--count 0", "--count is 0; it must be from 1 to 1000000"),
        arguments("--count 1000001", "--count is 1000001"),
        arguments("--count many", "'--count': 'many'"),
        arguments("--delay -1", "--delay is -1; it must be from 0 to 60000"),
        arguments("--batch 1001", "--batch is 1001; it must be from 1 to 1000"),
        arguments("--attempts 0", "--attempts is 0; it must be from 1 to 100"),
        arguments("--products TEA", "--products"),
        arguments("--products TEA=-1", "the price of TEA is -1; it must be above 0"),
        arguments("--products TEA=0.0000001", "with six decimals at most"),
        arguments("--file f.json --count 2", "--file says what to send: leave out --count"),
        arguments("--file nowhere.json", "cannot read nowhere.json: there is no such file"),
        arguments("--url shop.example", "'shop.example' is no address of a webhook"),
        arguments("--url ftp://shop.example", "is no address of a webhook"),
        arguments("--url http:///x", "is no address of a webhook"),
        arguments("--url http://a:b@shop.example", "--url names a user"));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void wrongUseIsOneLine(String arguments, String complaint) {
    List<String> all = new ArrayList<>(List.of("send"));
    if (!arguments.contains("--url")) {
      all.addAll(List.of("--url", receiver.url()));
    }
    all.addAll(List.of(arguments.split(" ")));
    assertWrong(
        Ran.highstreet(
            Map.of("HIGHSTREET_WEBHOOK_SECRET", Receiver.SECRET),
            Ran.AMPLE,
            all.toArray(String[]::new)),
        complaint);
    assertThat(receiver.bodies()).isEmpty();
  }

  @Test
  void withoutASecretNothingIsSent() {
    String[] arguments = {"send", "--url", receiver.url()};
    assertWrong(
        Ran.highstreet(arguments), "set HIGHSTREET_WEBHOOK_SECRET to the secret that the receiver");
    assertWrong(
        Ran.highstreet(Map.of("HIGHSTREET_WEBHOOK_SECRET", "hunter2"), Ran.AMPLE, arguments),
        "has 7 characters, but needs at least 32");
    assertThat(receiver.bodies()).isEmpty();
  }

  @Test
  void fileThatHoldsNoTransactionsIsRefused() throws IOException {
    for (String content :
        List.of(
            "", "[]", "{}", "7", "[1]", "{\"transactions\": {}}", "[{\"a\":1,\"a\":2}]", "[{}")) {
      Path file = Files.writeString(directory.resolve("f.json"), content);
      assertWrong(send("--file", file.toString()), file.toString());
    }
    assertThat(receiver.bodies()).isEmpty();
  }

  private static void assertWrong(Ran ran, String complaint) {
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.complaints())
        .singleElement()
        .asString()
        .startsWith("highstreet: ")
        .contains(complaint)
        .doesNotContain("Exception")
        .doesNotContain("hunter2");
  }

  private List<JsonNode> transactions() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String body : receiver.bodies()) {
      json(body).path("transactions").forEach(all::add);
    }
    return all;
  }

  private List<String> field(String name) {
    return receiver.bodies().stream().map(body -> json(body).path(name).asText()).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
