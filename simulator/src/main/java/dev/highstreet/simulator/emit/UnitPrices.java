package dev.highstreet.simulator.emit;

/**
 * The prices of one unit at which the units of a line come to exactly what the line costs. Where
 * the amount is not divisible by the quantity, some units cost a little more than the others: a
 * penny if all prices can be whole pence, else a tenth of that, and so on down to a micro.
 *
 * @param lower how many units cost {@code price}
 * @param price of one of these, in micros
 * @param higher how many units, fewer than all, cost {@code price + step}
 * @param step in micros; 0 if no unit costs more
 */
record UnitPrices(int lower, long price, int higher, long step) {
  private static final long PENNY = 10_000;

  /**
   * Spreads an amount over units.
   *
   * @param micros 0 or more
   * @param quantity 1 or more
   * @throws IllegalArgumentException if they are not
   */
  static UnitPrices of(long micros, int quantity) {
    if (micros < 0 || quantity < 1) {
      throw new IllegalArgumentException(
          "%d units for %d micros: there must be units, and no negative price"
              .formatted(quantity, micros));
    }
    if (micros % quantity == 0) {
      return new UnitPrices(quantity, micros / quantity, 0, 0);
    }
    long step = PENNY;
    while (micros % step != 0 || (micros / step < quantity && step > 1)) {
      step /= 10;
    }
    int higher = (int) (micros / step % quantity);
    return new UnitPrices(quantity - higher, micros / step / quantity * step, higher, step);
  }
}
