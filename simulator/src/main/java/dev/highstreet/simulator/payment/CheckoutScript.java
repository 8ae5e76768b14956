package dev.highstreet.simulator.payment;

/**
 * What a fraudster does at the till. The arrays run in parallel, a place an attempt; all but the
 * last are declined. Nobody changes them.
 *
 * @param afterMillis when each attempt is made, in milliseconds after the order, each above the one
 *     before; the first above 0
 * @param cards fingerprint of each attempt's card
 */
public record CheckoutScript(long[] afterMillis, String[] cards) {
  /** Refuses what cannot be. */
  public CheckoutScript {
    if (afterMillis.length == 0 || afterMillis.length != cards.length) {
      throw new IllegalArgumentException(
          "%d times of attempts with %d cards: give one card for each of one or more attempts"
              .formatted(afterMillis.length, cards.length));
    }
    long before = 0;
    for (long after : afterMillis) {
      if (after <= before) {
        throw new IllegalArgumentException(
            "an attempt %d ms after the order follows one at %d ms: give rising times above 0"
                .formatted(after, before));
      }
      before = after;
    }
  }
}
