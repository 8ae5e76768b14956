package dev.highstreet.simulator.counter;

import dev.highstreet.schemas.PaymentMethod;
import java.time.Instant;
import java.util.List;

/**
 * A sale that somebody else has made. Money is in micros.
 *
 * @param id of the order, at most 200 characters
 * @param occurredAt when, on the shop's clock; null for when it comes
 * @param storeId a store that the shop knows
 * @param customerId whoever bought; null for a guest
 * @param lines 1 to {@value #MOST_LINES}
 * @param shippingFeeMicros delivery fee, 0 or more
 * @param taxIncludedMicros tax included in the prices, from 0 to what the lines cost
 * @param paymentMethod null when unknown
 * @param ipAddress null when unknown
 * @param userAgent null when unknown
 */
public record Sale(
    String id,
    Instant occurredAt,
    String storeId,
    String customerId,
    List<Line> lines,
    long shippingFeeMicros,
    long taxIncludedMicros,
    PaymentMethod paymentMethod,
    String ipAddress,
    String userAgent)
    implements Transaction {
  /** The most lines of a transaction. */
  public static final int MOST_LINES = 1_000;

  /** The most units of a line. */
  public static final int MOST_UNITS = 1_000_000;

  /**
   * A line.
   *
   * @param productId a product that the shop knows
   * @param productRevision the revision that was sold; null for the newest
   * @param quantity 1 to {@value #MOST_UNITS}
   * @param unitPriceMicros above 0
   * @param discountMicros on the whole line, from 0 to what it is worth
   * @param promotionId what gave the discount; null where nothing did
   */
  public record Line(
      String productId,
      Integer productRevision,
      int quantity,
      long unitPriceMicros,
      long discountMicros,
      String promotionId) {
    /** Refuses what the contract does. */
    public Line {
      Bounds.id("productId", productId);
      Bounds.between("quantity", quantity, 1, MOST_UNITS);
      Bounds.between("unitPriceMicros", unitPriceMicros, 1, Bounds.MOST_MICROS / quantity);
      Bounds.between("discountMicros", discountMicros, 0, unitPriceMicros * quantity);
      Bounds.optionalId("promotionId", promotionId);
    }

    /** What the line is worth before its discount. */
    public long grossMicros() {
      return unitPriceMicros * quantity;
    }
  }

  /**
   * Refuses what the contract does.
   *
   * @throws RefusedException naming the field
   */
  public Sale {
    Bounds.id("id", id);
    Bounds.id("storeId", storeId);
    Bounds.optionalId("customerId", customerId);
    lines = Bounds.list("lines", lines, MOST_LINES);
    long gross = 0; // a thousand times the bound does not overflow
    long discounts = 0;
    for (Line line : lines) {
      gross += line.grossMicros();
      discounts += line.discountMicros();
    }
    Bounds.sum("lines", gross);
    Bounds.between("shippingFeeMicros", shippingFeeMicros, 0, Bounds.MOST_MICROS);
    Bounds.between("taxIncludedMicros", taxIncludedMicros, 0, gross - discounts);
    paymentMethod = paymentMethod == null ? PaymentMethod.UNKNOWN : paymentMethod;
    Bounds.optionalAddress("ipAddress", ipAddress);
    Bounds.optionalText("userAgent", userAgent);
  }

  /** What the lines cost together. */
  public long netMicros() {
    return lines.stream().mapToLong(line -> line.grossMicros() - line.discountMicros()).sum();
  }
}
