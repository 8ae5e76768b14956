package dev.highstreet.simulator.counter;

import java.time.Instant;
import java.util.List;

/**
 * Goods that came back to somebody else. Money is in micros.
 *
 * @param id of the return, at most 200 characters
 * @param occurredAt when, on the shop's clock; null for when it comes
 * @param orderId the order that they were bought with; null when unknown
 * @param storeId a store that the shop knows
 * @param customerId whoever brought them back; null when unknown
 * @param lines 1 to {@value Sale#MOST_LINES}
 * @param reason in words, at most 512 characters; null when unknown
 */
public record Return(
    String id,
    Instant occurredAt,
    String orderId,
    String storeId,
    String customerId,
    List<Line> lines,
    String reason)
    implements Transaction {
  /**
   * A line.
   *
   * @param productId a product that the shop knows
   * @param productRevision the revision that came back; null for the newest
   * @param quantity 1 to {@value Sale#MOST_UNITS}
   * @param refundMicros for the whole line, above 0
   */
  public record Line(String productId, Integer productRevision, int quantity, long refundMicros) {
    /** Refuses what the contract does. */
    public Line {
      Bounds.id("productId", productId);
      Bounds.between("quantity", quantity, 1, Sale.MOST_UNITS);
      Bounds.between("refundMicros", refundMicros, 1, Bounds.MOST_MICROS);
    }
  }

  /**
   * Refuses what the contract does.
   *
   * @throws RefusedException naming the field
   */
  public Return {
    Bounds.id("id", id);
    Bounds.optionalId("orderId", orderId);
    Bounds.id("storeId", storeId);
    Bounds.optionalId("customerId", customerId);
    lines = Bounds.list("lines", lines, Sale.MOST_LINES);
    Bounds.sum("lines", lines.stream().mapToLong(Line::refundMicros).sum());
    Bounds.optionalText("reason", reason);
  }
}
