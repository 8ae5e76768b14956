package dev.highstreet.simulator.shopper;

/**
 * What one shopper sets out to buy at one moment, before the shop has had its say: stock may be
 * short, a payment may be declined. The arrays run in parallel, a place a line; nobody changes
 * them.
 *
 * @param customer the shopper's number, from 0; {@link #GUEST} for somebody the shop does not know
 * @param at milliseconds since 1970, UTC
 * @param products numbers of products in the profile's catalogue, from 0; no product twice
 * @param quantities units of each, 1 or more
 * @param discountsMicros what the whole line costs less than quantity × list price, in micros; 0 or
 *     more, and below quantity × list price. Trade discounts that a profile was fitted with; what
 *     promotions give comes on top
 */
public record Purchase(
    int customer, long at, int[] products, int[] quantities, long[] discountsMicros) {
  /** The customer of a purchase whose shopper the shop does not know. */
  public static final int GUEST = -1;

  /** How many lines it has. */
  public int lines() {
    return products.length;
  }
}
