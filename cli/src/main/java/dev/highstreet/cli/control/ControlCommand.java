package dev.highstreet.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Steers the simulator that another process runs. */
@Command(
    name = "control",
    description = {
      "Steers the simulator of a demo that runs on --data: its pace, and what is out of the ordinary.",
      "Without an option it tells how things stand."
    },
    footer = {
      "",
      "Scenarios: flash-sale, promotion-blast, fraud-attack; the answer names their parameters when one"
          + " is wrong.",
      "Exit code: 0 done; 2 used wrongly, or nothing runs there."
    })
public final class ControlCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Surroundings surroundings;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".highstreet",
      description = "Where the platform of the demo keeps its data; ${DEFAULT-VALUE} here.")
  private Path data;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Seconds of the shop's clock in each of ours, up to 100,000; 1 is real time.")
  private Double speed;

  @Option(names = "--pause", description = "Stop the shop's clock.")
  private boolean pause;

  @Option(names = "--resume", description = "Let the shop's clock run on.")
  private boolean resume;

  @Option(names = "--start", paramLabel = "SCENARIO", description = "Start a scenario now.")
  private String start;

  @Option(
      names = "--set",
      paramLabel = "NAME=NUMBER",
      description = "With --start: a parameter of the scenario that is not to be as usual.")
  private Map<String, Double> parameters = new LinkedHashMap<>();

  @Option(names = "--stop", paramLabel = "SCENARIO", description = "Stop a scenario now.")
  private String stop;

  @Option(
      names = "--send",
      paramLabel = "N",
      description = "Place N orders of random baskets, 1 to 1,000.")
  private Integer send;

  @Option(
      names = "--between",
      paramLabel = "MILLIS",
      description =
          "With --send: the time from one to the next, 0 to 2,000; at once if it is not given.")
  private Integer between;

  @Option(names = "--json", description = "Print one line for machines: the state afterwards.")
  private boolean json;

  /** A command in its surroundings. */
  public ControlCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (pause && resume) {
      throw CommandException.usedWrongly("--pause and --resume exclude each other");
    }
    if (!parameters.isEmpty() && start == null) {
      throw CommandException.usedWrongly("--set goes with --start, which names the scenario");
    }
    if (between != null && send == null) {
      throw CommandException.usedWrongly("--between goes with --send, which says how many");
    }
    ControlDoor door = door();
    ObjectNode pace = new ObjectMapper().createObjectNode();
    if (speed != null) {
      pace.put("speed", speed);
    }
    if (pause || resume) {
      pace.put("paused", pause);
    }
    if (!pace.isEmpty()) {
      ask(door, "PATCH", "", pace.toString());
    }
    if (stop != null) {
      ask(door, "DELETE", "/scenarios/" + segment(stop), "");
    }
    if (start != null) {
      ask(door, "PUT", "/scenarios/" + segment(start), asJson(parameters));
    }
    if (send != null) {
      ObjectNode orders = new ObjectMapper().createObjectNode().put("count", send);
      orders.put("betweenMillis", between == null ? 0 : between);
      ask(door, "POST", "/send", orders.toString());
    }
    JsonNode state = ask(door, "GET", "", "");
    surroundings.out().println(json ? state.toString() : ControlText.of(state));
    return 0;
  }

  private ControlDoor door() {
    Path file = DataDirectory.at(data).control();
    if (!Files.exists(file)) {
      throw CommandException.usedWrongly(
          "no simulator runs on %s: start one with ./highstreet demo, or name its directory with --data"
              .formatted(DataDirectory.at(data).root()));
    }
    return ControlDoor.read(file);
  }

  private static JsonNode ask(ControlDoor door, String method, String path, String body) {
    URI address = door.address().resolve("/simulator" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + door.token())
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      JsonNode json = new ObjectMapper().readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw CommandException.usedWrongly(json.path("error").asText(answer.body()));
      }
      return json;
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "the simulator does not answer at %s: it may have been killed; start it again"
              .formatted(door.address()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String asJson(Map<String, Double> numbers) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    numbers.forEach(json::put);
    return json.toString();
  }
}
