package dev.highstreet.cli.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.live.SimulatorControl;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Orders over HTTP: {@code GET /simulator/products}, what is on sale; {@code POST
 * /simulator/orders} with {@code {"lines": [{"productId": …, "quantity": N}]}} and what else a
 * basket has, which answers with the receipt; {@code POST /simulator/send} with {@code {"count": N,
 * "betweenMillis": N}}, and {@code DELETE} of it; {@code DELETE /simulator/statistics}.
 */
final class CounterRoutes {
  private static final long PATIENCE = 20; // seconds

  private final SimulatorControl control;

  CounterRoutes(SimulatorControl control) {
    this.control = requireNonNull(control, "control is null");
  }

  void addTo(RoutesConfig routes) {
    routes.get("/simulator/products", request -> answer(request, OrderJson.of(control.window())));
    routes.post("/simulator/orders", this::order);
    routes.post("/simulator/send", this::send);
    routes.delete(
        "/simulator/send",
        request -> {
          control.cancelSending();
          answer(request, ControlJson.of(control.state()));
        });
    routes.delete(
        "/simulator/statistics",
        request -> {
          control.resetStatistics();
          answer(request, ControlJson.of(control.state()));
        });
    routes.exception(
        IllegalStateException.class,
        (problem, request) ->
            ControlServer.refuse(request, HttpStatus.CONFLICT, problem.getMessage()));
  }

  private void order(Context request) throws IOException {
    try {
      Receipt receipt =
          control
              .order(OrderJson.basket(ControlServer.object(request)))
              .orTimeout(PATIENCE, TimeUnit.SECONDS)
              .join();
      answer(request, OrderJson.of(receipt));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException(
          "the shop does not take the order now: %s".formatted(e.getCause().getMessage()), e);
    }
  }

  private void send(Context request) throws IOException {
    JsonNode wanted = ControlServer.object(request);
    int count = number(wanted, "count", 1);
    int betweenMillis = number(wanted, "betweenMillis", 0);
    var unused = control.send(count, Duration.ofMillis(betweenMillis));
    answer(request, ControlJson.of(control.state()));
  }

  private static int number(JsonNode json, String field, int usual) {
    JsonNode value = json.path(field);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      throw new RefusedException(field, "%s is %s: give a whole number".formatted(field, value));
    }
    return value.intValue();
  }

  private static void answer(Context request, JsonNode json) {
    ControlServer.answer(request, json);
  }
}
