package dev.highstreet.simulator.calibrate;

/**
 * Goods that came back. The arrays run in parallel, a place a line; nobody changes them.
 *
 * @param customer number of the customer, from 0; {@link PastOrder#GUEST} where it is not known
 * @param at milliseconds since 1970, UTC
 * @param products numbers of the products, from 0
 * @param quantities units of each line that came back, 1 or more
 * @param pricesMicros what one unit of each line was refunded, in micros, above 0
 */
public record PastReturn(
    int customer, long at, int[] products, int[] quantities, long[] pricesMicros) {}
