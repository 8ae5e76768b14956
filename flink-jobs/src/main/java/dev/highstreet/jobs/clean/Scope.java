package dev.highstreet.jobs.clean;

import dev.highstreet.jobs.event.Arrival;
import java.io.Serializable;

/** Which transactions a run is about. The others are counted as outside, and go nowhere. */
@FunctionalInterface
public interface Scope extends Serializable {
  /**
   * Whether the run is about this transaction.
   *
   * @param arrival a transaction whose clocks can be believed
   */
  boolean holds(Arrival arrival);

  /** All there are. */
  static Scope everything() {
    return arrival -> true;
  }
}
