package dev.highstreet.dashboard;

import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.monitoring.Healing;
import dev.highstreet.dashboard.simulator.Realism;
import dev.highstreet.dashboard.simulator.Simulator;
import java.util.Optional;

/**
 * What stands behind the pages beside the servers: whoever starts the dashboard knows. What is
 * absent is said to be absent where it would be used. Any thread may ask.
 */
public interface Operations {
  /** Nothing but the servers. */
  Operations NONE = new Operations() {};

  /** The servers, which nothing of this process feeds: orders from outside go to Kafka. */
  Operations SERVERS_ALONE =
      new Operations() {
        @Override
        public boolean ordersGoToKafka() {
          return true;
        }
      };

  /** The simulated shop, to be steered. */
  default Optional<Simulator> simulator() {
    return Optional.empty();
  }

  /** How like a real shop the simulated one is. */
  default Optional<Realism> realism() {
    return Optional.empty();
  }

  /** What makes rows right, and what tells whether they are. */
  default Optional<Healing> healing() {
    return Optional.empty();
  }

  /** The simulated shop's till, where orders from outside are taken. */
  default Optional<Till> till() {
    return Optional.empty();
  }

  /**
   * Whether orders from outside may go straight to Kafka where there is no till: not while a
   * simulated shop is still to open, whose truth would not have them.
   */
  default boolean ordersGoToKafka() {
    return false;
  }
}
