package dev.highstreet.simulator.scenario;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Promotions;

/** What scenarios do with a shop. */
public interface Stage {
  /** The shop and its surroundings. */
  World world();

  /** The promotions of the moment. */
  Promotions promotions();

  /** Numbers of products, each as often as it is popular now; nobody changes them. */
  int[] popular();

  /** How many purchases a minute are usual around now. */
  double usualRate();

  /**
   * Puts down a purchase on the website that would not be made otherwise.
   *
   * @param at when, after now
   * @param entity what random streams about it are derived from
   * @param random where its draws come from
   * @param wanted the promotion that it is made for
   */
  void purchase(long at, long entity, RandomStream random, Promotion wanted);

  /** Fraudsters come in numbers from now on. */
  void attack(long until, double intensity);

  /** They go again. */
  void endAttack();
}
