package dev.highstreet.simulator.warehouse;

/** Hears of every unit that enters or leaves a lot. */
@FunctionalInterface
interface LotMoves {
  /**
   * Units entered or left a lot.
   *
   * @param shelf the shelf that the lot lies on
   * @param lot number of the lot; a lot received later has a higher one
   * @param lotId the lot's id in events; in the order of lots when sorted as text
   * @param quantity above 0 in, below 0 out
   * @param unitCostMicros what one unit of the lot cost
   */
  void moved(int shelf, int lot, String lotId, int quantity, long unitCostMicros);
}
