package dev.highstreet.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.counter.ShopWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is asked for at a shop's counter and what it answers, as JSON. Money is in micros. */
final class OrderJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> BASKET =
      Set.of("lines", "storeId", "customerId", "paymentMethod");
  private static final Set<String> LINE = Set.of("productId", "quantity");

  private OrderJson() {}

  /**
   * Reads a basket.
   *
   * @throws RefusedException naming the field
   */
  static Basket basket(JsonNode json) {
    refuseOthers(json, BASKET);
    List<Basket.Line> lines = new ArrayList<>();
    for (JsonNode line : json.path("lines")) {
      String path = "lines[%d]".formatted(lines.size());
      try {
        lines.add(line(line));
      } catch (RefusedException e) {
        throw e.within(path);
      }
    }
    return new Basket(
        lines,
        text(json, "storeId"),
        text(json, "customerId"),
        paymentMethod(text(json, "paymentMethod")),
        null,
        null);
  }

  private static Basket.Line line(JsonNode line) {
    refuseOthers(line, LINE);
    JsonNode quantity = line.path("quantity");
    if (!quantity.canConvertToExactIntegral() || !quantity.canConvertToInt()) {
      throw new RefusedException(
          "quantity",
          "quantity is %s: give a whole number from 1 to %d"
              .formatted(shown(quantity), Basket.MOST_UNITS));
    }
    return new Basket.Line(text(line, "productId"), quantity.intValue());
  }

  private static PaymentMethod paymentMethod(String name) {
    for (PaymentMethod method : PaymentMethod.values()) {
      if (name == null || method.name().equals(name)) {
        return name == null ? null : method;
      }
    }
    throw new RefusedException(
        "paymentMethod",
        "paymentMethod is \"%s\": give one of %s"
            .formatted(name, Arrays.toString(PaymentMethod.values())));
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
      throw new RefusedException(field, "%s is %s: give a text".formatted(field, shown(value)));
    }
    return value.textValue();
  }

  private static void refuseOthers(JsonNode json, Set<String> known) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!known.contains(field.getKey())) {
        throw new RefusedException(
            field.getKey(),
            "there is no field \"%s\": give some of %s"
                .formatted(field.getKey(), known.stream().sorted().toList()));
      }
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  static ObjectNode of(Receipt receipt) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("orderId", receipt.orderId())
            .put("occurredAt", receipt.at().toString())
            .put("storeId", receipt.storeId());
    ArrayNode lines = json.putArray("lines");
    for (Receipt.Line line : receipt.lines()) {
      lines
          .addObject()
          .put("productId", line.productId())
          .put("name", line.name())
          .put("quantity", line.quantity())
          .put("unitPriceMicros", line.unitPriceMicros())
          .put("discountMicros", line.discountMicros());
    }
    return json.put("shippingFeeMicros", receipt.shippingFeeMicros())
        .put("totalMicros", receipt.totalMicros());
  }

  /** What is on sale. */
  static ObjectNode of(ShopWindow window) {
    ObjectNode json = JSON.createObjectNode().put("shopTime", window.at().toString());
    ArrayNode products = json.putArray("products");
    for (ShopWindow.Item item : window.products().values()) {
      if (item.active()) {
        products
            .addObject()
            .put("productId", item.id())
            .put("name", item.name())
            .put("category", item.category())
            .put("listPriceMicros", item.listPriceMicros())
            .put("available", item.available());
      }
    }
    return json;
  }
}
