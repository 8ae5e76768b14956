package dev.highstreet.simulator.fulfilment;

/**
 * How an order will reach its customer. Times are milliseconds since 1970, UTC; the arrays run in
 * parallel, a place a parcel. Nobody changes them.
 *
 * @param confirmedAt when the shop confirms the order
 * @param promisedBy when everything is promised to be there
 * @param carrier who carries it
 * @param packedAt when each parcel is packed, after {@code confirmedAt}
 * @param shippedAt when each parcel leaves, after it is packed
 * @param deliveredAt when each parcel is there, after it left
 * @param cancelledAt when the order is cancelled, after it is confirmed and before anything leaves;
 *     {@link #NEVER} for most
 */
public record Delivery(
    long confirmedAt,
    long promisedBy,
    String carrier,
    long[] packedAt,
    long[] shippedAt,
    long[] deliveredAt,
    long cancelledAt) {
  /** The time of a cancellation that does not happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Whether it will be cancelled. */
  public boolean isCancelled() {
    return cancelledAt != NEVER;
  }

  /** When the last parcel is there. */
  public long completeAt() {
    long last = deliveredAt[0];
    for (long delivered : deliveredAt) {
      last = Math.max(last, delivered);
    }
    return last;
  }
}
