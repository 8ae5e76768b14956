package dev.highstreet.simulator.shopper;

/**
 * What was put into a basket; the arrays run in parallel, a place a line.
 *
 * @param products numbers of products, none twice
 * @param quantities units of each, 1 or more
 * @param discountsMicros what is taken off the whole line's list price, in micros
 */
public record Basket(int[] products, int[] quantities, long[] discountsMicros) {}
