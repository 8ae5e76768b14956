package dev.highstreet.simulator.fraud;

import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.Arrays;

/** The last honest orders: what fraudsters imitate, and what is unusual beside them. */
final class HonestOrders {
  private static final int KEPT = 2048;
  private static final int ENOUGH = 50;

  private final PlacedOrder[] last = new PlacedOrder[KEPT];
  private long seen;
  private long[] values = {};

  void add(PlacedOrder order) {
    last[(int) (seen++ % KEPT)] = order;
  }

  /** Whether there are enough to go by. */
  boolean areEnough() {
    return seen >= ENOUGH;
  }

  /** One of them. */
  PlacedOrder any(RandomStream random) {
    return last[random.nextInt(size())];
  }

  /** The dearest of so many. */
  PlacedOrder dearest(int of, RandomStream random) {
    PlacedOrder best = any(random);
    for (int i = 1; i < of; i++) {
      PlacedOrder other = any(random);
      best = other.netMicros() > best.netMicros() ? other : best;
    }
    return best;
  }

  /** One of a customer who is known; null if none is found soon. */
  PlacedOrder ofKnownCustomer(RandomStream random) {
    for (int i = 0; i < 20; i++) {
      PlacedOrder order = any(random);
      if (order.draft().customer() != Purchase.GUEST) {
        return order;
      }
    }
    return null;
  }

  /** Looks at their values anew. */
  void weigh() {
    values = new long[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = last[i].netMicros();
    }
    Arrays.sort(values);
  }

  /** Whether a value is above a quantile of those that were weighed last. */
  boolean isAbove(double quantile, long netMicros) {
    if (values.length < ENOUGH) {
      return false;
    }
    return netMicros > values[(int) Math.min(values.length - 1.0, quantile * values.length)];
  }

  private int size() {
    return (int) Math.min(seen, KEPT);
  }
}
