package dev.highstreet.simulator.live;

import dev.highstreet.simulator.engine.ShopEvent;
import java.time.Instant;
import java.util.function.Consumer;

/** A shop whose time can be carried forward. */
@FunctionalInterface
public interface Shop {
  /**
   * Hands out, in order of time, everything that happens from where it was left up to, and without,
   * an instant. Carried forward in other steps it hands out the same.
   */
  void advanceTo(Instant until, Consumer<ShopEvent> out);
}
