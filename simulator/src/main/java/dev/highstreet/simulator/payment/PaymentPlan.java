package dev.highstreet.simulator.payment;

/**
 * How an order will be paid. The arrays run in parallel, a place an attempt; all but the last are
 * declined. Nobody changes them.
 *
 * @param times of the attempts, in milliseconds since 1970, UTC; each after the one before
 * @param cards fingerprint of each attempt's card; null where no card is used
 * @param declineReasons of each attempt but the last, where it is null
 */
public record PaymentPlan(long[] times, String[] cards, String[] declineReasons) {
  /** When the order is paid. */
  public long paidAt() {
    return times[times.length - 1];
  }

  /** How many attempts there are. */
  public int attempts() {
    return times.length;
  }
}
