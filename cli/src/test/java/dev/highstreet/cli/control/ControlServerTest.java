package dev.highstreet.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.Ran;
import dev.highstreet.simulator.emit.ConsoleEventSink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.live.ShopClock;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.profile.ShippedProfile;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
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
    broadcast =
        new Broadcast(shop::advanceTo, OPENING, new ConsoleEventSink(Writer.nullWriter(), UK));
    control =
        new SimulatorControl(
            broadcast,
            new ShopClock(OPENING, 1),
            shop.scenarios(),
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
