package dev.highstreet.simulator.calibrate;

/**
 * An order of the past, or one that a simulation made up: what calibration and scorecard work on.
 * The arrays run in parallel, a place a line; nobody changes them.
 *
 * @param customer number of the customer in the {@link SalesHistory}, from 0; {@link #GUEST} where
 *     it is not known
 * @param at milliseconds since 1970, UTC
 * @param products numbers of the products in the {@link SalesHistory}, from 0
 * @param quantities units of each line, 1 or more
 * @param pricesMicros what one unit of each line was sold for, in micros, above 0
 */
public record PastOrder(
    int customer, long at, int[] products, int[] quantities, long[] pricesMicros) {
  /** The customer of an order whose customer is not known. */
  public static final int GUEST = -1;

  /** How many lines it has. */
  public int lines() {
    return products.length;
  }
}
