package dev.highstreet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Launched;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small shop's dirty year, and the first hours of its life. */
class DemoIT {
  private static final String[] HERE = {
    "--data", "d", "--port", "0", "--flink-port", "0", "--kafka-port", "0", "--database-port", "0"
  };

  /** Of the few orders of a small shop, each is to befall some. */
  private static final String FAULTS = "standard,repeated=0.02,invalid=0.02,corrupt=0.01";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Map<String, String> SECRET =
      Map.of("HIGHSTREET_WEBHOOK_SECRET", "what both sides know, and nobody else");

  @TempDir Path directory;

  @Test
  void everyRecordOfADirtyHistoryIsAccountedForAndEveryDataTestHolds() throws Exception {
    try (Launched demo = demo("--days", "365", "--exit", "--json", "--faults", FAULTS)) {
      JsonNode summary = demo.json();
      assertThat(demo.exitCode()).as(demo.err()).isZero();
      assertThat(summary.at("/orders/accepted").asLong()).isGreaterThan(500);
      assertThat(summary.at("/orders/quarantined").asLong()).isPositive();
      assertThat(summary.at("/orders/repeated").asLong()).isPositive();
      assertThat(summary.at("/orders/late").asLong()).isPositive();
      for (JsonNode topic : summary.path("conservation")) {
        assertThat(topic.path("difference").asLong()).isZero();
      }
      assertThat(demo.err()).contains("dashboard  http://127.0.0.1:");
    }
    try (Stream<Path> days = Files.list(directory.resolve("d").resolve("truth"))) {
      assertThat(days.filter(day -> day.getFileName().toString().startsWith("day="))).hasSize(365);
    }
    checkAndVerify("--as-streamed");
    try (Launched backfill = highstreet("backfill", "sales", "--late", "--json")) {
      assertThat(backfill.exitCode()).as(backfill.err()).isZero();
      for (JsonNode run : backfill.json().path("runs")) {
        assertThat(run.path("rows").asLong()).isPositive();
        assertThat(run.path("bytes").asLong()).isPositive();
      }
      assertThat(backfill.json().path("runs")).isNotEmpty();
      assertThat(backfill.json().path("left")).isEmpty();
    }
    checkAndVerify();
  }

  private void checkAndVerify(String... how) throws Exception {
    try (Launched check = Launched.highstreet(directory, "check", "--json", "--data", "d")) {
      assertThat(check.json().path("wrong").asInt()).as(check.out()).isZero();
    }
    try (Launched verify = verify(how)) {
      JsonNode verdict = verify.json();
      assertThat(verdict.path("differences").asLong()).as(verify.out()).isZero();
      assertThat(verdict.path("reconciled").asInt()).isEqualTo(22);
      assertThat(verify.exitCode()).isZero();
    }
  }

  private void backfillIsRefused(String day, String reason) throws Exception {
    try (Launched backfill =
        Launched.highstreet(
            directory, "backfill", "sales", "--from", day, "--to", day, "--data", "d")) {
      assertThat(backfill.exitCode()).as(backfill.out()).isEqualTo(1);
      assertThat(backfill.err()).startsWith("highstreet: ").contains(reason).hasLineCount(1);
    }
  }

  @Test
  void livingShopCanBeSteeredComparedWithTheTruthAndStopped() throws Exception {
    try (Launched demo = demo("--days", "20", "--speed", "60", "--faults", FAULTS)) {
      demo.awaitErr("events/s");
      backfillIsRefused("2024-11-05", "2024-11 is not over: the live sales job (run 1)");
      backfillIsRefused("2030-01-01", "2030-01-01 is in the future: the newest record");
      JsonNode state = control("--speed", "600", "--start", "flash-sale", "--set", "hours=240");
      assertThat(state.path("speed").asDouble()).isEqualTo(600);
      demo.awaitErr("[flash-sale]");
      JsonNode order = order();
      Instant ordered = Instant.parse(order.path("occurredAt").asText());
      anotherSystemSells(order.at("/lines/0/productId").asText());
      fileIsDropped(order.at("/lines/0/productId").asText());
      JsonNode sending = control("--send", "50").path("sending");
      assertThat(sending.path("count").asInt()).isEqualTo(50);
      Eventually.wait(
          Duration.ofMinutes(1), "all to be sent", () -> control().at("/sending").has("until"));
      assertThat(control("--speed", "20000").at("/outside/orders").asInt()).isGreaterThan(40);
      LocalDate day = LocalDate.ofInstant(ordered, LONDON);
      Eventually.wait(
          Duration.ofMinutes(2),
          "the day of the orders to be closed and equal",
          () -> closedDaysAreEqual(day));
      demo.awaitErr("reconciled ");
      assertThat(demo.err()).containsPattern("reconciled (\\d+) of \\1\\b");
      demo.terminate();
      assertThat(demo.exitCode()).isEqualTo(128 + 15);
      assertThat(demo.err()).endsWith("Stopping …\n");
    }
    assertThat(directory.resolve("d").resolve("platform.json")).doesNotExist();
  }

  /** Something that can be had, ordered by a person. */
  private JsonNode order() throws Exception {
    JsonNode door =
        new ObjectMapper().readTree(directory.resolve("d").resolve("control.json").toFile());
    JsonNode products = http(door, "GET", "products", "").path("products");
    String product =
        StreamSupport.stream(products.spliterator(), false)
            .filter(one -> one.path("available").asInt() > 1)
            .findFirst()
            .orElseThrow()
            .path("productId")
            .asText();
    return http(
        door,
        "POST",
        "orders",
        "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 2}]}".formatted(product));
  }

  /** Through the webhook, at a price of its own. */
  private void anotherSystemSells(String product) throws Exception {
    JsonNode platform =
        new ObjectMapper().readTree(directory.resolve("d").resolve("platform.json").toFile());
    String pages = platform.at("/addresses/dashboard").asText();
    String[] send = {
      "send",
      "--url",
      pages,
      "--products",
      product + "=1.50",
      "--count",
      "30",
      "--batch",
      "10",
      "--json"
    };
    try (Launched sending = Launched.run(Launched.SCRIPT, directory, SECRET, send)) {
      assertThat(sending.exitCode()).as(sending.err()).isZero();
      assertThat(sending.json().path("accepted").asInt()).isEqualTo(30);
    }
  }

  /** Copied into the folder, like any program's file; it is taken as a whole. */
  private void fileIsDropped(String product) throws Exception {
    String rows =
        IntStream.range(0, 200)
            .mapToObj(line -> "FILE-%d,WEB,%s,1,1.50\n".formatted(line / 2, product))
            .collect(Collectors.joining());
    Path folder = directory.resolve("d").resolve("uploads");
    Path part =
        Files.writeString(
            folder.resolve("incoming").resolve("sales.csv.part"),
            "order_id,store_id,product_id,quantity,unit_price\n" + rows);
    Path unused = Files.move(part, folder.resolve("incoming").resolve("sales.csv"));
    Eventually.wait(
        Duration.ofMinutes(1), "the file to be taken", () -> holdsAFile(folder.resolve("taken")));
    assertThat(holdsAFile(folder.resolve("refused"))).isFalse();
  }

  private static boolean holdsAFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static JsonNode http(JsonNode door, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door.path("address").asText() + "/simulator/" + path))
            .header("Authorization", "Bearer " + door.path("token").asText())
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  /** Not before a day is among them. */
  private boolean closedDaysAreEqual(LocalDate day) throws Exception {
    try (Launched verify = verify("--as-streamed")) {
      if (verify.exitCode() == CommandException.USED_WRONGLY) {
        assertThat(verify.err()).contains("no day is closed yet");
        return false;
      }
      assertThat(verify.json().path("differences").asLong()).as(verify.out()).isZero();
      assertThat(verify.out()).contains("goes on");
      LocalDate last = LocalDate.parse(verify.json().path("lastDay").asText());
      return !last.isBefore(day);
    }
  }

  private Launched verify(String... how) throws Exception {
    return Launched.highstreet(
        directory,
        Stream.concat(Stream.of("verify", "--json", "--data", "d"), Stream.of(how))
            .toArray(String[]::new));
  }

  private JsonNode control(String... arguments) throws Exception {
    String[] all =
        Stream.of(List.of("control", "--json", "--data", "d"), List.of(arguments))
            .flatMap(List::stream)
            .toArray(String[]::new);
    try (Launched control = Launched.highstreet(directory, all)) {
      return control.json();
    }
  }

  private Launched demo(String... arguments) throws Exception {
    return highstreet(
        Stream.concat(Stream.of("demo", "--customers", "200"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** A command that runs a platform. */
  private Launched highstreet(String... arguments) throws Exception {
    return Launched.run(
        Launched.SCRIPT,
        directory,
        SECRET,
        Stream.concat(Stream.of(arguments), Stream.of(HERE)).toArray(String[]::new));
  }
}
