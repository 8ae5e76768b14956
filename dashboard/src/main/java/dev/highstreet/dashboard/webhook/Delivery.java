package dev.highstreet.dashboard.webhook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.highstreet.dashboard.intake.Fields;
import dev.highstreet.dashboard.intake.OrderForm;
import dev.highstreet.dashboard.intake.Problems;
import dev.highstreet.dashboard.intake.StrictJson;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.schemas.OrderPlaced;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a body holds: {@code {"id": …, "timestamp": …, "transactions": […]}}. Id and timestamp are
 * part of the body, and so of what is signed.
 *
 * @param id as its sender names it; the same when it is sent again
 * @param timestamp when it was signed, by its sender's clock
 * @param orders one or more, each sound in itself
 */
record Delivery(String id, Instant timestamp, List<OrderPlaced> orders) {
  /** The most transactions of a delivery. */
  static final int MOST_TRANSACTIONS = 1_000;

  /** How far its sender's clock may be from ours: nobody has to remember an older one. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  Delivery {
    requireNonNull(id, "id is null");
    requireNonNull(timestamp, "timestamp is null");
    orders = List.copyOf(orders);
  }

  /**
   * Reads a body.
   *
   * @param now by our clock
   * @throws RequestProblem 400 that names every field at fault
   */
  static Delivery read(byte[] body, Instant now) {
    Problems problems = new Problems();
    Fields fields = Fields.of(StrictJson.read(body), "", problems).orElse(null);
    problems.refuseIfAny();
    requireNonNull(fields, "a body that is no object was refused");
    String id = fields.id("id");
    Instant timestamp = fields.time("timestamp");
    List<JsonNode> transactions = fields.list("transactions", MOST_TRANSACTIONS);
    fields.refuseOthers();
    problems.refuseIfAny();
    if (Duration.between(timestamp, now).abs().compareTo(TOLERANCE) > 0) {
      fields.refuse(
          "timestamp",
          "a time within %d minutes of %s: sign it anew, under the same id"
              .formatted(TOLERANCE.toMinutes(), now));
    }
    List<OrderPlaced> orders = orders(transactions, problems);
    problems.refuseIfAny();
    return new Delivery(id, timestamp, orders);
  }

  private static List<OrderPlaced> orders(List<JsonNode> transactions, Problems problems) {
    List<OrderPlaced> orders = new ArrayList<>(transactions.size());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < transactions.size(); i++) {
      String name = "transactions[%d]".formatted(i);
      OrderForm.read(transactions.get(i), name, problems)
          .ifPresent(
              order -> {
                String id = order.getOrderId();
                if (!id.isEmpty() && !ids.add(id)) {
                  problems.add(name + ".orderId", TextNode.valueOf(id), "each order once");
                }
                orders.add(order);
              });
    }
    return orders;
  }

  /**
   * Refuses headers that say something else than the body, which alone is signed.
   *
   * @param idHeader what {@code X-Id} says; null if there is none
   * @param timestampHeader what {@code X-Timestamp} says; null if there is none
   * @throws RequestProblem 400 that names the header
   */
  void refuseOthers(String idHeader, String timestampHeader) {
    if (idHeader != null && !idHeader.equals(id)) {
      throw other("X-Id", idHeader);
    }
    if (timestampHeader != null && !isTimestamp(timestampHeader)) {
      throw other("X-Timestamp", timestampHeader);
    }
  }

  private boolean isTimestamp(String text) {
    try {
      return Instant.parse(text).equals(timestamp);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static RequestProblem other(String header, String value) {
    return RequestProblem.wrongField(
        header, Problems.printable(value), "what the body says, or no such header");
  }
}
