package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.PaymentMethod;

/**
 * An order that the shop has taken: the facts of its {@code OrderPlaced}, for whoever deals with it
 * from here. The arrays run in parallel, a place a line; nobody changes them.
 *
 * @param entity what random streams about this order are derived from: an order of the same shopper
 *     has the same in every run, whatever scenarios add beside it
 * @param number counts the orders of a simulation's own shoppers, from 1; of somebody else's it is
 *     below 0, and counts nothing
 * @param id as in the event
 * @param draft who ordered, when, where and how
 * @param products numbers of the products, no product twice
 * @param revisions the revision of each that was sold
 * @param quantities units of each, 1 or more
 * @param unitPricesMicros list price of one unit of that revision
 * @param discountsMicros of each whole line, 0 or more, at most quantity × unit price
 * @param netMicros sum over lines of quantity × unit price − discount
 * @param shippingFeeMicros what delivery costs the customer, on top of net
 * @param sessionId the session that led here; null when unknown
 */
public record PlacedOrder(
    long entity,
    long number,
    String id,
    OrderDraft draft,
    int[] products,
    int[] revisions,
    int[] quantities,
    long[] unitPricesMicros,
    long[] discountsMicros,
    long netMicros,
    long shippingFeeMicros,
    String sessionId) {
  /** How many lines it has. */
  public int lines() {
    return products.length;
  }

  /** When it was placed, in milliseconds since 1970, UTC. */
  public long at() {
    return draft.at();
  }

  /** What is to be paid: net and the delivery fee. */
  public long totalMicros() {
    return netMicros + shippingFeeMicros;
  }

  /** How it is to be paid. */
  public PaymentMethod paymentMethod() {
    return draft.paymentMethod();
  }
}
