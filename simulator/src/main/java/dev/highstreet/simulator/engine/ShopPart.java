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
}
