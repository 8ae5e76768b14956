package dev.highstreet.simulator.counter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An order that the shop has taken. Money is in micros.
 *
 * @param orderId as in {@code OrderPlaced}
 * @param at when, on the shop's clock
 * @param storeId the store that sold
 * @param customerId the customer; null for a guest
 * @param lines what was sold, in the order of the basket
 * @param shippingFeeMicros what delivery costs
 * @param taxIncludedMicros the tax that the prices include
 */
public record Receipt(
    String orderId,
    Instant at,
    String storeId,
    String customerId,
    List<Line> lines,
    long shippingFeeMicros,
    long taxIncludedMicros) {
  /**
   * A line.
   *
   * @param productId stock code
   * @param revision of the product that was sold
   * @param name of the product
   * @param quantity units
   * @param unitPriceMicros list price of one unit
   * @param discountMicros what the whole line costs less
   * @param promotionId what gave the discount; null where nothing did
   */
  public record Line(
      String productId,
      int revision,
      String name,
      int quantity,
      long unitPriceMicros,
      long discountMicros,
      String promotionId) {
    /** What the line costs. */
    public long netMicros() {
      return unitPriceMicros * quantity - discountMicros;
    }
  }

  /** Refuses what is incomplete. */
  public Receipt {
    requireNonNull(orderId, "orderId is null");
    requireNonNull(at, "at is null");
    lines = List.copyOf(lines);
  }

  /** What the lines cost together. */
  public long netMicros() {
    return lines.stream().mapToLong(Line::netMicros).sum();
  }

  /** How many units there are. */
  public long units() {
    return lines.stream().mapToLong(Line::quantity).sum();
  }

  /** What is to be paid: the lines and the delivery. */
  public long totalMicros() {
    return netMicros() + shippingFeeMicros;
  }
}
