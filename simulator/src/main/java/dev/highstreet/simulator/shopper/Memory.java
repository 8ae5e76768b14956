package dev.highstreet.simulator.shopper;

import java.util.Arrays;

/** What a customer bought last; the oldest is forgotten first. */
final class Memory {
  private static final int MOST = 128;

  private int[] products = new int[0];
  private int size;
  private int next;

  /** The products, of which the first {@link #size} count. */
  int[] products() {
    return products;
  }

  int size() {
    return size;
  }

  void add(int[] bought) {
    int wanted = Math.min(MOST, size + bought.length);
    if (wanted > products.length) {
      products = Arrays.copyOf(products, Math.min(MOST, Math.max(wanted, 2 * size)));
    }
    for (int product : bought) {
      products[next] = product;
      next = (next + 1) % MOST;
      size = Math.min(MOST, size + 1);
    }
  }
}
