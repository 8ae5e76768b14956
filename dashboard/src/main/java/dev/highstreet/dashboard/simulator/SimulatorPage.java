package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /simulator}: the Simulator page, and what it steers with. */
public final class SimulatorPage {
  private static final int MOST_ORDERS = 1_000;
  private static final int MOST_MILLIS = 2_000;

  private final Shell shell;
  private final Changes changes;
  private final Supplier<Optional<Simulator>> simulator;

  /**
   * Steers this simulator.
   *
   * @param simulator asked each time; empty while none runs behind these pages
   */
  public SimulatorPage(Shell shell, Changes changes, Supplier<Optional<Simulator>> simulator) {
    this.shell = requireNonNull(shell, "shell is null");
    this.changes = requireNonNull(changes, "changes is null");
    this.simulator = requireNonNull(simulator, "simulator is null");
  }

  /** Adds the routes. */
  public void serve(RoutesConfig routes) {
    routes.get("/simulator", this::show);
    steer(routes, "/simulator/clock", "simulator clock", this::clock);
    steer(routes, "/simulator/pace", "simulator pace", this::pace);
    steer(routes, "/simulator/scenarios/{name}/start", "scenario start", this::start);
    steer(routes, "/simulator/scenarios/{name}/stop", "scenario stop", this::stop);
    steer(routes, "/simulator/faults", "faults", this::faults);
    steer(routes, "/simulator/sending", "simulator orders", this::send);
    steer(routes, "/simulator/sending/cancel", "simulator orders cancel", this::cancelSending);
    steer(routes, "/simulator/statistics/reset", "statistics reset", this::resetStatistics);
  }

  /** What is kept up to date on this page. */
  public List<LiveEvent> live(Parameters parameters) {
    return List.of(
        new LiveEvent("simulator", "", Duration.ofMillis(500), () -> text(simulator.get())),
        new LiveEvent("scenarios", "", Duration.ofMillis(500), () -> part("scenarios")),
        new LiveEvent("faults", "", Duration.ofMillis(500), () -> part("faults")));
  }

  private String part(String name) {
    return simulator
        .get()
        .map(open -> shell.text("simulator/" + name + ".jte", Map.of("view", view(open))))
        .orElseGet(() -> "<div id=\"%s\"></div>".formatted(name));
  }

  private String text(Optional<Simulator> running) {
    return running
        .map(open -> shell.text("simulator/state.jte", Map.of("view", view(open))))
        .orElseGet(() -> shell.text("simulator/absent.jte", Map.of()));
  }

  private void show(Context request) {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "frame",
        shell.frame(
            request,
            "simulator",
            "Simulator",
            "/live?page=simulator",
            "simulator scenarios faults"));
    simulator.get().ifPresent(running -> model.put("view", view(running)));
    request.render("simulator/page.jte", model);
  }

  private SimulatorView view(Simulator running) {
    return new SimulatorView(
        running.identity(),
        running.scenarios(),
        running.state(),
        shell.format(),
        shell.clock().instant());
  }

  /** Steers, and says in a sentence what was done. */
  @FunctionalInterface
  private interface Lever {
    String pull(Simulator simulator, Context request, Change change);
  }

  private void steer(RoutesConfig routes, String path, String action, Lever lever) {
    routes.post(
        path,
        changes.audited(
            action,
            (request, change) -> {
              String done = pull(lever, request, change);
              change.detail(done);
              answer(request, done);
            }));
  }

  private String pull(Lever lever, Context request, Change change) {
    Simulator running =
        simulator
            .get()
            .orElseThrow(
                () ->
                    new RequestProblem(
                        HttpStatus.CONFLICT,
                        "No simulated shop runs here",
                        "Start one with ./highstreet demo, and open its pages."));
    try {
      return lever.pull(running, request, change);
    } catch (IllegalArgumentException e) {
      throw new RequestProblem(HttpStatus.BAD_REQUEST, "Out of bounds", e.getMessage());
    } catch (IllegalStateException e) {
      throw new RequestProblem(HttpStatus.CONFLICT, "Not now", e.getMessage());
    }
  }

  private void answer(Context request, String done) {
    if (request.header("HX-Request") != null) {
      request.html(shell.text("shell/done.jte", Map.of("words", done)));
    } else {
      request.redirect("/simulator", HttpStatus.SEE_OTHER);
    }
  }

  private String clock(Simulator running, Context request, Change change) {
    String asked = String.valueOf(request.formParam("paused"));
    boolean paused =
        switch (asked) {
          case "true" -> true;
          case "false" -> false;
          default -> throw RequestProblem.wrongField("paused", asked, "true or false");
        };
    running.setPaused(paused);
    return paused ? "The shop's clock stands still." : "The shop's clock runs.";
  }

  private String pace(Simulator running, Context request, Change change) {
    double speed =
        request.formParam("stop") == null
            ? Steering.number(request, "speed")
            : Pace.STOPS.get(Steering.whole(request, "stop", 0, Pace.STOPS.size() - 1)).speed();
    running.setSpeed(speed);
    return "The pace is %s.".formatted(Pace.words(speed));
  }

  private String start(Simulator running, Context request, Change change) {
    Simulator.Scenario scenario = scenario(running, request);
    change.target(scenario.name());
    Map<String, Double> parameters = Steering.parameters(request, scenario);
    running.start(scenario.name(), parameters);
    return "%s begins%s."
        .formatted(scenario.name(), parameters.isEmpty() ? "" : " with " + parameters);
  }

  private String faults(Simulator running, Context request, Change change) {
    Map<String, Double> rates = Steering.rates(request, running.state().faults());
    running.setFaults(rates);
    return "From now on: %s."
        .formatted(
            rates.entrySet().stream()
                .map(rate -> rate.getKey() + " " + SimulatorView.plain(rate.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private String stop(Simulator running, Context request, Change change) {
    Simulator.Scenario scenario = scenario(running, request);
    change.target(scenario.name());
    running.stop(scenario.name());
    return "%s ends.".formatted(scenario.name());
  }

  private static Simulator.Scenario scenario(Simulator running, Context request) {
    String name = request.pathParam("name");
    List<Simulator.Scenario> known = running.scenarios();
    return known.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestProblem.wrongField(
                    "scenario",
                    name,
                    String.join(" or ", known.stream().map(Simulator.Scenario::name).toList())));
  }

  private String send(Simulator running, Context request, Change change) {
    int count = Steering.whole(request, "count", 1, MOST_ORDERS);
    int millis = Steering.whole(request, "millis", 0, MOST_MILLIS);
    running.send(count, Duration.ofMillis(millis));
    return "Sending %,d orders, %,d ms apart.".formatted(count, millis);
  }

  private String cancelSending(Simulator running, Context request, Change change) {
    running.cancelSending();
    return "No more orders are sent.";
  }

  private String resetStatistics(Simulator running, Context request, Change change) {
    running.resetStatistics();
    return "Counting begins anew.";
  }
}
