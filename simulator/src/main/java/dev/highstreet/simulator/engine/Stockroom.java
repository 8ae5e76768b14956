package dev.highstreet.simulator.engine;

/** Says what can be sold now. Asked for each line before an order is placed. */
@FunctionalInterface
public interface Stockroom {
  /**
   * How many of the units asked for the shop will sell; it keeps them for the order that follows at
   * once with {@link ShopPart#orderPlaced}, if one does.
   *
   * @param product number of the product
   * @param quantity units asked for, 1 or more
   * @param store number of the store that sells
   * @return from 0 to quantity
   */
  int offer(int product, int quantity, int store);
}
