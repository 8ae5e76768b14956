package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Has each day's purchases planned, on one thread or several: they are the same. */
final class Planning {
  private final Demand demand;
  private final ForkJoinPool pool;

  /** Threads of several end by themselves when they have had nothing to do for a minute. */
  Planning(Demand demand, int threads) {
    this.demand = demand;
    this.pool = threads == 1 ? null : new ForkJoinPool(threads);
  }

  List<Purchase> day(LocalDate day) {
    return pool == null ? demand.day(day) : pool.submit(() -> demand.day(day)).join();
  }
}
