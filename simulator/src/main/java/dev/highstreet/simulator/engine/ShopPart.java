package dev.highstreet.simulator.engine;

import java.time.LocalDate;

/** A part of the shop that does something of its own: a warehouse, deliveries, fraudsters. */
public interface ShopPart {
  /** The shop opens for the first time: {@link World#now()} is its first midnight. */
  default void shopOpens(World world) {}

  /** A day begins, the first one too; products of the day are announced already. */
  default void dayBegins(World world, LocalDate day) {}

  /** An order has been taken, and its event given out. */
  default void orderPlaced(World world, PlacedOrder order) {}

  /**
   * An order of somebody who is no simulated shopper has been taken, and its event given out. It is
   * dealt with like any other; but nobody learns from it what shoppers do, so that what they do
   * stays as it is.
   */
  default void outsideOrderPlaced(World world, PlacedOrder order) {
    orderPlaced(world, order);
  }
}
