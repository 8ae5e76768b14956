package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.shopper.Purchase;

/**
 * An order as somebody is about to place it, before the shop looks for the goods and names prices.
 * The arrays run in parallel, a place a line; nobody changes them.
 *
 * @param entity what random streams about it are derived from; no other draft of the simulation has
 *     it
 * @param customer number of the customer, or {@link Purchase#GUEST}
 * @param store number of the store
 * @param at milliseconds since 1970, UTC: the simulation's present when it is placed
 * @param products numbers of products, no product twice
 * @param quantities units of each, 1 or more
 * @param discountsMicros what each whole line costs less than quantity × list price; 0 or more
 * @param paymentMethod how it will be paid
 * @param ipAddress where it comes from; null in a shop
 * @param userAgent browser or app; null in a shop
 * @param deviceId device; null when unknown
 * @param country of the customer, as the shop names it: where the bill goes
 * @param shippingCountry where the goods go
 */
public record OrderDraft(
    long entity,
    int customer,
    int store,
    long at,
    int[] products,
    int[] quantities,
    long[] discountsMicros,
    PaymentMethod paymentMethod,
    String ipAddress,
    String userAgent,
    String deviceId,
    String country,
    String shippingCountry) {}
