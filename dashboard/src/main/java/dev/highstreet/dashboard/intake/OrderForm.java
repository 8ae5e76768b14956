package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.PaymentMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transaction as others write it, a delivery or a file, as an order. What can be told from it
 * alone is judged here, by the bounds of the contract: what passes is not quarantined for its
 * amounts. Whether its products and its store are known, the till says.
 */
public final class OrderForm {
  /** The most lines of a transaction. */
  public static final int MOST_LINES = 1_000;

  private static final int MOST_UNITS = 1_000_000;

  /** What a line, or all lines of a transaction, may be worth, in micros. */
  private static final long MOST_MICROS = 100_000_000_000_000L;

  /** What the shop's own total may differ by, in micros. */
  private static final long TOLERATED_MICROS = 10_000;

  private static final int ID_BYTES = 16;

  private OrderForm() {}

  /**
   * Reads one; what is wrong is noted.
   *
   * @param name where it is, such as {@code transactions[3]}
   * @return an order as a till takes it, without an event id; empty if the value is no object
   */
  public static Optional<OrderPlaced> read(JsonNode value, String name, Problems problems) {
    return Fields.of(value, name, problems).map(fields -> order(fields, name, problems));
  }

  private static OrderPlaced order(Fields fields, String name, Problems problems) {
    String orderId = fields.id("orderId");
    Instant occurredAt = fields.optionalTime("occurredAt", Till.WHEN_TAKEN);
    String customerId = fields.optionalId("customerId");
    String storeId = fields.id("storeId");
    List<OrderLine> lines = lines(fields, name, problems);
    long gross = lines.stream().mapToLong(OrderForm::grossMicros).sum();
    long net = gross - lines.stream().mapToLong(OrderLine::getDiscountMicros).sum();
    if (gross > MOST_MICROS) {
      fields.refuse("lines", "lines worth %s together at most".formatted(Amount.text(MOST_MICROS)));
    }
    long shipping = fields.optionalMicros("shippingFee", 0, MOST_MICROS).orElse(0);
    long tax = fields.optionalMicros("taxIncluded", 0, net).orElse(0);
    Long total =
        fields
            .optionalMicros(
                "reportedTotal", Math.max(0, net - TOLERATED_MICROS), net + TOLERATED_MICROS)
            .stream()
            .boxed()
            .findFirst()
            .orElse(null);
    PaymentMethod payment =
        fields.optionalWord("paymentMethod", PaymentMethod.class, PaymentMethod.UNKNOWN);
    String address = fields.optionalAddress("ipAddress");
    String userAgent = fields.optionalText("userAgent");
    fields.refuseOthers();
    return new OrderPlaced(
        new EventId(new byte[ID_BYTES]),
        occurredAt,
        Instant.EPOCH,
        orderId,
        customerId,
        storeId,
        null,
        lines,
        shipping,
        tax,
        total,
        payment,
        address,
        userAgent,
        null);
  }

  private static List<OrderLine> lines(Fields fields, String name, Problems problems) {
    List<JsonNode> values = fields.list("lines", MOST_LINES);
    List<OrderLine> lines = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      int number = i + 1;
      Fields.of(values.get(i), "%s.lines[%d]".formatted(name, i), problems)
          .ifPresent(line -> lines.add(line(number, line)));
    }
    return lines;
  }

  private static OrderLine line(int number, Fields fields) {
    String productId = fields.id("productId");
    int revision =
        fields.optionalWhole("productRevision", 1, Integer.MAX_VALUE, Till.NEWEST_REVISION);
    int quantity = fields.whole("quantity", 1, MOST_UNITS);
    long price = fields.micros("unitPrice", 1, MOST_MICROS / quantity);
    long discount = fields.optionalMicros("discount", 0, price * quantity).orElse(0);
    String promotionId = fields.optionalId("promotionId");
    fields.refuseOthers();
    return new OrderLine(number, productId, revision, quantity, price, discount, promotionId);
  }

  private static long grossMicros(OrderLine line) {
    return line.getUnitPriceMicros() * line.getQuantity();
  }
}
