package dev.highstreet.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Ran;
import dev.highstreet.simulator.emit.ConsoleEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.live.ShopClock;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.testsupport.Eventually;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {
  private static final ZoneId UK = ZoneId.of("Europe/London");
  private static final Instant OPENING = Instant.parse("2025-03-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Instant TEA_TIME = Instant.parse("2026-11-26T16:00:00Z"); // of ours

  @TempDir Path data;
  private Path file;
  private Broadcast broadcast;
  private SimulatorControl control;
  private ControlServer server;

  @BeforeEach
  void open() {
    file = data.resolve("control.json");
    Simulation shop =
        Simulation.of(
            ShippedProfile.HOME_SHOP.load(),
            SimulationOptions.of(1, OPENING.atZone(UK).toLocalDate(), 50, UK));
    FaultySink sink =
        new FaultySink(
            new ConsoleEventSink(Writer.nullWriter(), UK), FaultRates.none(), 1, fault -> {});
    broadcast = new Broadcast(shop::advanceTo, OPENING, sink);
    control =
        new SimulatorControl(
            broadcast,
            new ShopClock(OPENING, 1),
            shop.scenarios(),
            sink,
            shop.counter(),
            InstantSource.fixed(TEA_TIME));
    server = ControlServer.open(control, file);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void onlyItsOwnerMayReadTheToken() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ControlDoor.read(file).toString())
        .contains("127.0.0.1")
        .doesNotContain(ControlDoor.read(file).token());
  }

  @Test
  void nobodyEntersWithoutTheToken() throws Exception {
    URI address = ControlDoor.read(file).address().resolve("/simulator");
    for (String shown : new String[] {"", "Bearer ", "Bearer wrong"}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .method("PATCH", BodyPublishers.ofString("{\"speed\": 5}"));
      if (!shown.isEmpty()) {
        request.header("Authorization", shown);
      }
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("token");
    }
    assertThat(control.state().speed()).isEqualTo(1);
  }

  @Test
  void paceIsChangedAndToldAgain() throws Exception {
    Ran ran = control("--speed", "3600", "--pause", "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    JsonNode state = new ObjectMapper().readTree(ran.out());
    assertThat(state.path("speed").asDouble()).isEqualTo(3_600);
    assertThat(state.path("paused").asBoolean()).isTrue();
    assertThat(control.state().speed()).isEqualTo(3_600);

    assertThat(control("--resume").exitCode()).isZero();
    assertThat(control.state().paused()).isFalse();
  }

  @Test
  void scenarioRunsFromTheShopsPresentUntilItIsStopped() {
    moveOnTo(NOON);

    assertThat(control("--start", "flash-sale", "--set", "discount=0.5").exitCode()).isZero();
    moveOnTo(NOON.plusSeconds(60));

    assertThat(control.state().scenarios())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.name()).isEqualTo("flash-sale");
              assertThat(mark.from()).isEqualTo(NOON);
              assertThat(mark.parameters()).containsEntry("discount", 0.5);
            });
    assertThat(control().out()).contains("flash-sale").contains("discount:0.5");

    assertThat(control("--stop", "flash-sale").exitCode()).isZero();
    moveOnTo(NOON.plusSeconds(120));
    assertThat(control.state().scenarios()).isEmpty();
  }

  @Test
  void orderIsAnsweredWithItsReceipt() throws Exception {
    moveOnTo(NOON);
    JsonNode product =
        StreamSupport.stream(
                send("GET", "/products", "").json().path("products").spliterator(), false)
            .filter(one -> one.path("available").asInt() > 1)
            .findFirst()
            .orElseThrow();
    String id = product.path("productId").asText();

    Answer answer =
        send(
            "POST",
            "/orders",
            "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 2}]}".formatted(id));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode line = answer.json().at("/lines/0");
    assertThat(line.path("name")).isEqualTo(product.path("name"));
    assertThat(line.path("unitPriceMicros")).isEqualTo(product.path("listPriceMicros"));
    assertThat(answer.json().path("totalMicros").asLong())
        .isEqualTo(
            2 * line.path("unitPriceMicros").asLong()
                + answer.json().path("shippingFeeMicros").asLong());
    assertThat(answer.json().path("orderId").asText()).startsWith("X");
    assertThat(send("GET", "", "").json().at("/outside/orders").asInt()).isOne();
    assertThat(send("DELETE", "/statistics", "").json().at("/outside/orders").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                      | lines has 0 entries: give 1 to 100
          {"lines": [{"productId": "P1", "quantity": -2}]}        | lines[0]: quantity is -2: give a whole number from 1 to 1000
          {"lines": [{"productId": "P1", "quantity": 1.5}]}       | lines[0]: quantity is 1.5: give a whole number
          {"lines": [{"productId": "P1"}]}                        | lines[0]: quantity is missing: give a whole number
          {"lines": [{"productId": 7, "quantity": 1}]}            | lines[0]: productId is 7: give a text
          {"lines": [{"productId": "NONE", "quantity": 1}]}       | lines[0].productId is "NONE": there is no such product
          {"lines": [{"productId": "P1", "quantity": 1}], "a": 1} | there is no field "a": give some of
          {"lines": [{"productId": "P1", "quantity": 1}], "paymentMethod": "SHELLS"} | paymentMethod is "SHELLS": give one of
          """)
  void orderThatCannotBeTakenIsRefused(String body, String complaint) throws Exception {
    moveOnTo(NOON);

    Answer answer = send("POST", "/orders", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).startsWith(complaint);
  }

  @Test
  void ordersAreSentAndCanBeCancelled() throws Exception {
    moveOnTo(NOON);

    assertThat(control("--send", "1000", "--between", "2000").exitCode()).isZero();
    Answer second = send("POST", "/send", "{\"count\": 5}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("of 1000 orders have been sent since 2026-11-26T16:00:00Z");
    JsonNode cancelled = send("DELETE", "/send", "").json();
    assertThat(cancelled.at("/sending/until").asText()).isEqualTo("2026-11-26T16:00:00Z");

    assertThat(control("--send", "30").exitCode()).isZero();
    moveOnTo(NOON.plusSeconds(1));
    assertThat(control().out()).contains("of 30 sent");
    JsonNode sending = send("GET", "", "").json().path("sending");
    assertThat(sending.path("sent").asInt() + sending.path("skipped").asInt()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "--speed -1, speed is -1.0",
    "--speed 1000000, speed is 1000000.0",
    "--start strike, there is no scenario \"strike\"",
    "--stop strike, there is no scenario \"strike\"",
    "--start flash-sale --set colour=3, there is no parameter \"colour\"",
    "--start flash-sale --set discount=7, discount is 7.0",
    "--set discount=0.3, --set goes with --start",
    "--pause --resume, exclude each other",
    "--send 0, count is 0",
    "--send 1001, count is 1001",
    "--send 5 --between 2001, between is 2001 ms",
    "--between 5, --between goes with --send",
  })
  void nonsenseIsRefusedInOneLine(String arguments, String complaint) {
    Ran ran = control(arguments.split(" "));

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.complaints()).singleElement().asString().contains(complaint);
  }

  @Test
  void doorIsGoneOnceItIsClosed() {
    server.close();

    assertThat(file).doesNotExist();
    Ran ran = control();
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("no simulator runs on").contains("./highstreet demo");
  }

  private record Answer(int status, String body) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  /** Asks, and lets the shop's time pass until it has answered. */
  private Answer send(String method, String path, String body) throws Exception {
    ControlDoor door = ControlDoor.read(file);
    HttpRequest request =
        HttpRequest.newBuilder(door.address().resolve("/simulator" + path))
            .header("Authorization", "Bearer " + door.token())
            .method(method, BodyPublishers.ofString(body))
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    Eventually.wait(
        Duration.ofSeconds(30),
        "an answer to %s %s".formatted(method, path),
        () -> {
          moveOnTo(broadcast.reached().plusMillis(1));
          return answer.isDone();
        });
    return new Answer(answer.get().statusCode(), answer.get().body());
  }

  private void moveOnTo(Instant time) {
    broadcast.history(time, reached -> {});
  }

  private Ran control(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "control";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = data.toString();
    return Ran.highstreet(all);
  }
}
