package dev.highstreet.simulator.shopper;

import java.util.Arrays;

/** The products of a basket, each once, in the order in which they were put there. */
final class Picked {
  private static final int FREE = -1;

  private final int[] slots;
  private int[] products;
  private int size;

  Picked(int expected) {
    slots = new int[Integer.highestOneBit(Math.max(expected, 4)) * 4];
    Arrays.fill(slots, FREE);
    products = new int[expected];
  }

  /** Adds a product; false if it is there already, or there is no room. */
  boolean add(int product) {
    if (size == products.length) {
      return false;
    }
    int mask = slots.length - 1;
    int slot = (product * 0x9e3779b9) >>> 16 & mask;
    while (slots[slot] != FREE) {
      if (slots[slot] == product) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = product;
    products[size++] = product;
    return true;
  }

  int[] products() {
    if (size < products.length) {
      products = Arrays.copyOf(products, size);
    }
    return products;
  }
}
