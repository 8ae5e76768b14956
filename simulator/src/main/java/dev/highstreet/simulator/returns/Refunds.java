package dev.highstreet.simulator.returns;

import dev.highstreet.simulator.engine.PlacedOrder;

/**
 * What of an order came back, and what was refunded for it. Of q units that cost n together, the
 * first k to come back are worth ⌊n · k / q⌋, so that refunds never exceed what was paid, and come
 * to exactly that once everything is back.
 */
final class Refunds {
  private final PlacedOrder order;
  private final int[] returned;

  Refunds(PlacedOrder order) {
    this.order = order;
    this.returned = new int[order.lines()];
  }

  /** Units of a line that can still come back. */
  int left(int line) {
    return order.quantities()[line] - returned[line];
  }

  /**
   * What is refunded for units of a line that come back now, in micros; 0 where units are worth
   * less than a micro.
   *
   * @throws IllegalArgumentException if more come back than are left
   */
  long refund(int line, int quantity) {
    if (quantity < 1 || quantity > left(line)) {
      throw new IllegalArgumentException(
          "%d units come back of line %d of order %s, where %d are left"
              .formatted(quantity, line, order.id(), left(line)));
    }
    long before = worth(line, returned[line]);
    returned[line] += quantity;
    return worth(line, returned[line]) - before;
  }

  private long worth(int line, int units) {
    long quantity = order.quantities()[line];
    long net = order.unitPricesMicros()[line] * quantity - order.discountsMicros()[line];
    return net / quantity * units + net % quantity * units / quantity; // cannot overflow
  }
}
