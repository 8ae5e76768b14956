package dev.highstreet.simulator.live;

import dev.highstreet.simulator.engine.ShopEvent;
import java.util.function.Consumer;

/** Something that somebody wants done in a shop, on the shop's own thread. */
@FunctionalInterface
public interface Errand<T> {
  /**
   * Does it at the shop's present.
   *
   * @param out is to be given what happens, in order; each of the shop's present
   * @throws dev.highstreet.simulator.counter.RefusedException if it cannot be done, and nothing
   *     was. Anything else that is thrown ends the shop
   */
  T run(Consumer<ShopEvent> out);
}
