package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;

/**
 * What came back of one order at one time. A line is a product of the order, however many rows it
 * has.
 *
 * @param order the order that it belongs to
 * @param at milliseconds since 1970, UTC
 * @param isFirst whether nothing of the order had come back before
 * @param lines lines of the order of which something was left to come back
 * @param back lines of which something came back, 1 or more
 * @param several those of them of which several units were left
 * @param whole those of these of which all units that were left came back
 * @param isAll whether nothing of the order is left
 */
record MatchedReturn(
    PastOrder order,
    long at,
    boolean isFirst,
    int lines,
    int back,
    int several,
    int whole,
    boolean isAll) {
  private static final double DAY = 86_400_000.0;

  /**
   * Within so many days of the order, what is taken back whole had not left yet: over a weekend and
   * a bank holiday parcels wait until the fourth day.
   */
  private static final double LONGEST_CANCELLED_DAYS = 3;

  /** Days from the order. */
  double lag() {
    return (at - order.at()) / DAY;
  }

  /**
   * Whether an order was cancelled: all of it is taken back within days. Of an order of one line
   * nobody can tell, so that it does not count.
   */
  boolean isCancellation() {
    return isFirst && isAll && lines > 1 && lag() <= LONGEST_CANCELLED_DAYS;
  }
}
