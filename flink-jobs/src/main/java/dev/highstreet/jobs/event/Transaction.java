package dev.highstreet.jobs.event;

import java.util.List;

/**
 * A sale or a return, as received. Text that may be null is marked so; all else is present but not
 * yet validated.
 *
 * @param kind sale or return
 * @param eventId identity of the event
 * @param id order id of a sale, return id of a return
 * @param occurredAt when it happened in the shop, epoch milliseconds
 * @param receivedAt when the collector received it, epoch milliseconds
 * @param customerId null for a guest
 * @param storeId the store that sold or took back
 * @param lines as received, in their order
 * @param sale what only a sale has; null for a return
 * @param takenBack what only a return has; null for a sale
 */
public record Transaction(
    Kind kind,
    EventId eventId,
    String id,
    long occurredAt,
    long receivedAt,
    String customerId,
    String storeId,
    List<TransactionLine> lines,
    Sale sale,
    TakenBack takenBack) {

  /** Sale or return. */
  public enum Kind {
    SALE,
    RETURN
  }

  /**
   * What only a sale has.
   *
   * @param sessionId browsing session that led here, or null
   * @param shippingFeeMicros delivery fee, not part of sales
   * @param taxIncludedMicros tax included in the prices
   * @param reportedTotalMicros what the shop says the net of all lines comes to, or null
   * @param paymentMethod name of the method
   * @param ipAddress or null
   * @param userAgent or null
   * @param deviceId or null
   */
  public record Sale(
      String sessionId,
      long shippingFeeMicros,
      long taxIncludedMicros,
      Long reportedTotalMicros,
      String paymentMethod,
      String ipAddress,
      String userAgent,
      String deviceId) {}

  /**
   * What only a return has.
   *
   * @param orderId the order the goods were bought with, or null
   * @param reason in the shop's words, or null
   */
  public record TakenBack(String orderId, String reason) {}

  /** True for a sale. */
  public boolean isSale() {
    return kind == Kind.SALE;
  }
}
