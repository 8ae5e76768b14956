package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Traces;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.Unavailable;
import dev.highstreet.dashboard.shell.WrongParameter;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /storefront/orders/ID}: an order on its way, station by station. */
final class OrderPage {
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Shell shell;
  private final Journeys journeys;

  OrderPage(Shell shell, Traces traces) {
    this.shell = requireNonNull(shell, "shell is null");
    this.journeys = new Journeys(traces, new JourneyQuery(shell.database()), shell.clock());
  }

  void show(Context request) {
    String id = request.pathParam("id");
    Journey journey =
        Optional.of(id)
            .filter(OrderPage::isPossible)
            .flatMap(journeys::of)
            .orElseThrow(
                () ->
                    RequestProblem.missing(
                        "No order %s is known: it was not placed here lately, and none of that id was accepted."
                            .formatted(id)));
    request.render(
        "storefront/order.jte",
        Map.of(
            "frame",
            shell.frame(
                request,
                "storefront",
                "Order " + id,
                "/live?page=order&order=" + Tile.encoded(id),
                "journey"),
            "view",
            new OrderView(journey, shell.format())));
  }

  List<LiveEvent> live(Parameters parameters) {
    String id =
        parameters
            .get("order")
            .filter(OrderPage::isPossible)
            .orElseThrow(() -> new WrongParameter("order", "", "the id of an order"));
    return List.of(new LiveEvent("journey", id, EVERY, () -> rendered(id)));
  }

  /** What is sent is shown: the moment of rendering is that at which the page is told. */
  private String rendered(String id) {
    Journey journey;
    try {
      journey = journeys.shown(id).orElseGet(() -> Journey.begun(id, Optional.empty()));
    } catch (Unavailable e) {
      return shell.text("storefront/silent.jte", Map.of("problem", e.problem()));
    }
    return shell.text(
        "storefront/journey.jte", Map.of("view", new OrderView(journey, shell.format())));
  }

  private static boolean isPossible(String id) {
    return id.length() <= 200 && id.chars().noneMatch(Character::isISOControl);
  }
}
