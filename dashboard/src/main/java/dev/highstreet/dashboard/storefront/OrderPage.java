package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Traces;
import dev.highstreet.dashboard.shell.LiveEvent;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.shell.WrongParameter;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    if (!isPossible(id)) {
      throw unknown(id);
    }
    Panel<Journey> known = look(id, journeys::of);
    if (known.problem() == null && !known.value().isKnown()) {
      throw unknown(id);
    }
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
            new OrderView(known.orThrow(), shell.format()),
            "known",
            known));
  }

  private static RequestProblem unknown(String id) {
    return RequestProblem.missing(
        "No order %s is known: it was not placed here lately, and none of that id was accepted."
            .formatted(id));
  }

  /** Its journey as it is now; while Postgres is silent, as far as it was known to have come. */
  private Panel<Journey> look(String id, Function<String, Optional<Journey>> read) {
    return Panel.of(() -> read.apply(id).orElseGet(() -> Journey.begun(id, Optional.empty())))
        .orKnown(journeys.lastSeen(id), null);
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
    Panel<Journey> known = look(id, journeys::shown);
    if (known.value() == null) {
      return shell.text(
          "storefront/silent.jte", Map.of("problem", known.problem(), "format", shell.format()));
    }
    return shell.text(
        "storefront/journey.jte",
        Map.of("view", new OrderView(known.value(), shell.format()), "known", known));
  }

  private static boolean isPossible(String id) {
    return id.length() <= 200 && id.chars().noneMatch(Character::isISOControl);
  }
}
