package dev.highstreet.simulator.engine;

import java.util.List;

/**
 * Those who deal with orders once they are placed.
 *
 * @param parts in the order in which they are told
 * @param stockroom says what there is
 * @param attackers come when a scenario calls them
 */
record Parts(List<ShopPart> parts, Stockroom stockroom, Attackers attackers) {
  Parts {
    parts = List.copyOf(parts);
  }

  /** Nobody: goods never run out, and nothing is delivered. */
  static Parts none() {
    return new Parts(List.of(), (product, quantity, store) -> quantity, new NoAttackers());
  }

  private static final class NoAttackers implements Attackers {
    @Override
    public void attack(World world, long until, double intensity) {}

    @Override
    public void cease(World world) {}
  }
}
