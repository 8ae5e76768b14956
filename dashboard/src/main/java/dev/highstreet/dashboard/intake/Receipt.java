package dev.highstreet.dashboard.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An order that was taken.
 *
 * @param orderId under which it can be followed
 * @param occurredAt on the shop's clock
 * @param lines with the prices that were charged
 * @param totalMicros what the lines come to after discounts, without shipping
 * @param shippingMicros what shipping costs
 */
public record Receipt(
    String orderId, Instant occurredAt, List<Line> lines, long totalMicros, long shippingMicros) {
  public Receipt {
    requireNonNull(orderId, "orderId is null");
    requireNonNull(occurredAt, "occurredAt is null");
    lines = List.copyOf(lines);
  }

  /**
   * A line of it.
   *
   * @param name of the product
   * @param discountMicros of the whole line
   */
  public record Line(
      String productId, String name, int quantity, long unitPriceMicros, long discountMicros) {
    public Line {
      requireNonNull(productId, "productId is null");
      requireNonNull(name, "name is null");
    }
  }
}
