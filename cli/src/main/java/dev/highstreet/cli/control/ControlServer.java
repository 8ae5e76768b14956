package dev.highstreet.cli.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.simulator.live.SimulatorControl;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link SimulatorControl} over HTTP, on this machine only, for whoever has the token: {@code GET
 * /simulator}; {@code PATCH /simulator} with {@code {"speed": N, "paused": B}}; {@code PUT
 * /simulator/scenarios/NAME} with its parameters, and {@code DELETE} of the same; and orders, see
 * {@link CounterRoutes}. Each answers with the state, unless it says otherwise, or with {@code
 * {"error": …}}.
 */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String BEARER = "Bearer ";
  private static final long LARGEST_BODY = 64 << 10;

  private final SimulatorControl control;
  private final Path file;
  private final Javalin server;
  private final ControlDoor door;

  private ControlServer(SimulatorControl control, Path file) {
    this.control = requireNonNull(control, "control is null");
    this.file = requireNonNull(file, "file is null");
    this.server =
        Javalin.create(
            server -> {
              server.startup.showJavalinBanner = false;
              server.startup.showOldJavalinVersionWarning = false;
              server.startup.startupWatcherEnabled = false;
              server.http.maxRequestSize = LARGEST_BODY;
              server.routes.before(this::admit);
              server.routes.get("/simulator", this::state);
              server.routes.patch("/simulator", this::patch);
              server.routes.put("/simulator/scenarios/{name}", this::start);
              server.routes.delete("/simulator/scenarios/{name}", this::stop);
              new CounterRoutes(control).addTo(server.routes);
              server.routes.exception(
                  IllegalArgumentException.class,
                  (problem, request) ->
                      refuse(request, HttpStatus.BAD_REQUEST, problem.getMessage()));
              server.routes.exception(
                  IOException.class,
                  (problem, request) ->
                      refuse(request, HttpStatus.BAD_REQUEST, "the body is no JSON object"));
            });
    server.start(LOOPBACK, 0);
    this.door = ControlDoor.at(URI.create("http://%s:%d".formatted(LOOPBACK, server.port())));
  }

  /**
   * Opens the door, and writes down where it is.
   *
   * @param file gone again once it is closed
   */
  public static ControlServer open(SimulatorControl control, Path file) {
    ControlServer server = new ControlServer(control, file);
    try {
      server.door.write(file);
    } catch (IOException e) {
      server.server.stop();
      throw CommandException.usedWrongly(
          "cannot write %s: %s".formatted(file, FileProblem.describe(e)), e);
    }
    return server;
  }

  private void admit(Context request) {
    byte[] expected = (BEARER + door.token()).getBytes(StandardCharsets.UTF_8);
    String shown = request.header("Authorization");
    byte[] given = (shown == null ? "" : shown).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) { // takes the same time wherever they differ
      refuse(request, HttpStatus.UNAUTHORIZED, "the token is missing or wrong");
      request.skipRemainingHandlers();
    }
  }

  private void state(Context request) throws IOException {
    answer(request, ControlJson.of(control.state()));
  }

  private void patch(Context request) throws IOException {
    JsonNode wanted = object(request);
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      boolean known =
          switch (field.getKey()) {
            case "speed" -> field.getValue().isNumber();
            case "paused" -> field.getValue().isBoolean();
            default -> false;
          };
      if (!known) {
        throw new IllegalArgumentException(
            "%s is %s: give speed as a number, paused as true or false"
                .formatted(field.getKey(), field.getValue()));
      }
    }
    if (wanted.has("speed")) {
      control.setSpeed(wanted.get("speed").doubleValue());
    }
    if (wanted.has("paused")) {
      control.setPaused(wanted.get("paused").booleanValue());
    }
    LOG.info("Steered: {}", wanted);
    state(request);
  }

  private void start(Context request) throws IOException {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object(request).properties()) {
      if (!field.getValue().isNumber()) {
        throw new IllegalArgumentException(
            "%s is %s: give a number".formatted(field.getKey(), field.getValue()));
      }
      parameters.put(field.getKey(), field.getValue().doubleValue());
    }
    control.start(request.pathParam("name"), parameters);
    LOG.info("Started {} with {}", request.pathParam("name"), parameters);
    state(request);
  }

  private void stop(Context request) throws IOException {
    control.stop(request.pathParam("name"));
    LOG.info("Stopped {}", request.pathParam("name"));
    state(request);
  }

  static JsonNode object(Context request) throws IOException {
    String body = request.body();
    JsonNode json = new ObjectMapper().readTree(body.isBlank() ? "{}" : body);
    if (!json.isObject()) {
      throw new IllegalArgumentException("the body is no JSON object");
    }
    return json;
  }

  static void refuse(Context request, HttpStatus status, String why) {
    request.status(status);
    answer(request, new ObjectMapper().createObjectNode().put("error", why));
  }

  static void answer(Context request, JsonNode json) {
    request.contentType("application/json").result(json.toString());
  }

  @Override
  public void close() {
    server.stop();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} stays behind", file, e); // it opens nothing any more
    }
  }
}
