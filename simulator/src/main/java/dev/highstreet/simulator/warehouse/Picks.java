package dev.highstreet.simulator.warehouse;

import java.util.Arrays;

/**
 * Which lots the units of an order came from, kept for orders of which units will come back: these
 * go back into the lot that they came from, at its cost.
 */
public final class Picks {
  private int[] lines = new int[4];
  private int[] sites = new int[4];
  private int[] lots = new int[4];
  private int[] quantities = new int[4];
  private long[] costs = new long[4];
  private int size;

  void add(int line, int site, int lot, int quantity, long unitCostMicros) {
    if (size == lines.length) {
      int room = 2 * size;
      lines = Arrays.copyOf(lines, room);
      sites = Arrays.copyOf(sites, room);
      lots = Arrays.copyOf(lots, room);
      quantities = Arrays.copyOf(quantities, room);
      costs = Arrays.copyOf(costs, room);
    }
    lines[size] = line;
    sites[size] = site;
    lots[size] = lot;
    quantities[size] = quantity;
    costs[size++] = unitCostMicros;
  }

  /** Whether nothing was picked yet. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Units of a line that were picked and did not come back. */
  public int outstanding(int line) {
    int units = 0;
    for (int i = 0; i < size; i++) {
      units += lines[i] == line ? quantities[i] : 0;
    }
    return units;
  }

  /** Gives back units of a line, the last picked first. */
  void giveBack(int line, int quantity, Taker taker) {
    int left = quantity;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      if (lines[i] == line && quantities[i] > 0) {
        int units = Math.min(left, quantities[i]);
        quantities[i] -= units;
        left -= units;
        taker.take(sites[i], lots[i], units, costs[i]);
      }
    }
    if (left > 0) {
      throw new IllegalArgumentException(
          "%d units of line %d come back that were never picked".formatted(left, line));
    }
  }

  /** Takes back units of one lot. */
  interface Taker {
    void take(int site, int lot, int quantity, long unitCostMicros);
  }
}
