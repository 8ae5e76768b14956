package dev.highstreet.dashboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.transactions.FaultyLine;
import dev.highstreet.dashboard.transactions.Order;
import dev.highstreet.dashboard.transactions.OrderLife;
import dev.highstreet.dashboard.transactions.OrderLine;
import dev.highstreet.dashboard.transactions.ReturnedLine;
import java.time.Instant;

/** An accepted order with its lines and its life so far, as JSON. */
final class OrderDocument {
  private OrderDocument() {}

  static ObjectNode of(OrderLife life) {
    Order order = life.order();
    ObjectNode document =
        Answer.object()
            .put("orderId", order.row().id())
            .put("eventId", order.eventId())
            .put("occurredAt", order.row().occurredAt().toString())
            .put("receivedAt", order.receivedAt().toString())
            .put("day", order.day().toString())
            .put("storeId", order.storeId())
            .put("storeName", order.row().store())
            .put("channel", order.channel())
            .put("customerId", order.row().customer())
            .put("paymentMethod", order.row().payment())
            .put("netSales", Answer.amount(order.row().netSales()))
            .put("discounts", Answer.amount(order.discounts()))
            .put("shippingFee", Answer.amount(order.shippingFee()));
    lines(document.putArray("lines"), life);
    faults(document.putArray("quarantinedLines"), life);
    returns(document.putArray("returns"), life);
    document
        .putObject("life")
        .put("topic", order.place().topic())
        .put("partition", order.place().partition())
        .put("offset", order.place().offset())
        .put("bookedAt", life.booked().map(Instant::toString).orElse(null))
        .put("dayFinal", life.dayFinal())
        .put("monthFinal", life.monthFinal())
        .put("runId", order.runId());
    return document;
  }

  private static void lines(ArrayNode lines, OrderLife life) {
    for (OrderLine line : life.lines()) {
      lines
          .addObject()
          .put("lineNumber", line.number())
          .put("productId", line.product())
          .put("productRevision", line.revision())
          .put("name", line.name())
          .put("category", line.category())
          .put("quantity", line.quantity())
          .put("unitPrice", Answer.amount(line.unitPrice()))
          .put("discount", Answer.amount(line.discount()))
          .put("netSales", Answer.amount(line.netSales()));
    }
  }

  private static void faults(ArrayNode faults, OrderLife life) {
    for (FaultyLine fault : life.faults()) {
      faults
          .addObject()
          .put("lineNumber", fault.number())
          .put("reason", fault.reason())
          .put("detail", fault.detail());
    }
  }

  private static void returns(ArrayNode returns, OrderLife life) {
    for (ReturnedLine back : life.returns()) {
      returns
          .addObject()
          .put("returnId", back.id())
          .put("occurredAt", back.at().toString())
          .put("day", back.day().toString())
          .put("productId", back.product())
          .put("quantity", back.quantity())
          .put("refund", Answer.amount(back.refund()));
    }
  }
}
