package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.calibrate.SalesHistory;

/**
 * What is scored: something that learns from the history of some customers, and makes up that of
 * others. The scorecard asks for several at once, from threads of its own.
 */
@FunctionalInterface
public interface Model {
  /**
   * Makes up what other customers of the same shop might have bought in the same period.
   *
   * @param fitted what to learn from; nothing else of the real shop may be used
   * @param customers how many customers there are to be; what they are called is of no interest
   * @param seed the same gives the same history
   * @return orders of the same period, of products by the same numbers
   */
  SalesHistory simulate(SalesHistory fitted, int customers, long seed);
}
