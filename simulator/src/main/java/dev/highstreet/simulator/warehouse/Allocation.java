package dev.highstreet.simulator.warehouse;

import java.util.Arrays;

/**
 * Which warehouse serves what of an order. The arrays run in parallel, a place a part: a line, or
 * some of its units; parts of one warehouse follow one another. Nobody changes them.
 *
 * @param sites numbers of the warehouses
 * @param lines places of the lines in the order
 * @param quantities units of each part, 1 or more
 */
public record Allocation(int[] sites, int[] lines, int[] quantities) {
  /** How many parts there are. */
  public int parts() {
    return sites.length;
  }

  /** Where the parts of the same warehouse end that begin at this one. */
  public int endOfParcel(int part) {
    int end = part + 1;
    while (end < sites.length && sites[end] == sites[part]) {
      end++;
    }
    return end;
  }

  /** Parts as they are found, by warehouse in the order in which these are asked. */
  static final class Builder {
    private int[] sites = new int[32];
    private int[] lines = new int[32];
    private int[] quantities = new int[32];
    private int size;

    void add(int site, int line, int quantity) {
      if (size == sites.length) {
        sites = Arrays.copyOf(sites, 2 * size);
        lines = Arrays.copyOf(lines, 2 * size);
        quantities = Arrays.copyOf(quantities, 2 * size);
      }
      sites[size] = site;
      lines[size] = line;
      quantities[size++] = quantity;
    }

    Allocation build() {
      Allocation allocation =
          new Allocation(
              Arrays.copyOf(sites, size),
              Arrays.copyOf(lines, size),
              Arrays.copyOf(quantities, size));
      size = 0;
      return allocation;
    }
  }
}
