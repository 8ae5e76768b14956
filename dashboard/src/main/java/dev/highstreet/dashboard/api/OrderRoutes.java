package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.intake.Amount;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import dev.highstreet.dashboard.transactions.OrderLife;
import dev.highstreet.dashboard.transactions.OrderLifeQuery;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /api/orders}: places an order, and tells of one. */
final class OrderRoutes {
  private static final int LONGEST_AGENT = 500;

  private final OrderLifeQuery lives;
  private final Till till;

  OrderRoutes(Shell shell, Till till) {
    this.lives = new OrderLifeQuery(shell.database(), shell.format());
    this.till = requireNonNull(till, "till is null");
  }

  void one(Context request) {
    Parameters unused = Parameters.of(request, List.of());
    OrderLife life =
        Answer.id(request, "id")
            .flatMap(lives::read)
            .orElseThrow(
                () ->
                    RequestProblem.missing(
                        "No accepted order %s: it may never have been placed, or was quarantined as a whole, or is still in flight."
                            .formatted(request.pathParam("id"))));
    Answer.send(request, OrderDocument.of(life));
  }

  /** Takes an order; what came of it is in the audit, too. */
  void place(Context request, Change change) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
      throw new RequestProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Not in this form",
          "Content-Type is \"%s\", but an order is sent as application/json.".formatted(type));
    }
    Basket basket = OrderReader.read(request.bodyAsBytes(), request.ip(), agent(request));
    Receipt receipt = till.order(basket);
    change.target(receipt.orderId());
    change.detail(
        "%d lines, %s".formatted(receipt.lines().size(), Amount.units(receipt.totalMicros())));
    request
        .status(HttpStatus.CREATED)
        .header("Location", "/api/orders/" + encoded(receipt.orderId()));
    Answer.send(request, shape(receipt));
  }

  private static String agent(Context request) {
    String agent = Optional.ofNullable(request.userAgent()).orElse("");
    return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static ObjectNode shape(Receipt receipt) {
    ObjectNode shape =
        Answer.object()
            .put("orderId", receipt.orderId())
            .put("occurredAt", receipt.occurredAt().toString())
            .put("total", Answer.amount(Amount.units(receipt.totalMicros())))
            .put("shippingFee", Answer.amount(Amount.units(receipt.shippingMicros())));
    ArrayNode lines = shape.putArray("lines");
    for (Receipt.Line line : receipt.lines()) {
      lines
          .addObject()
          .put("productId", line.productId())
          .put("name", line.name())
          .put("quantity", line.quantity())
          .put("unitPrice", Answer.amount(Amount.units(line.unitPriceMicros())))
          .put("discount", Answer.amount(Amount.units(line.discountMicros())));
    }
    return shape;
  }
}
