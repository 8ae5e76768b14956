package dev.highstreet.simulator.fraud;

import dev.highstreet.simulator.engine.RandomStream;

/**
 * How well fraudsters pass for honest customers. Each mark of a fraud (its device, its value, its
 * hour, …) is left out with this chance, and is then as in an honest order.
 *
 * @param difficulty from 0, all marks, to 1, none
 */
record Disguise(double difficulty) {
  /** Whether one mark is left out. */
  boolean hides(RandomStream random) {
    return random.nextDouble() < difficulty;
  }
}
