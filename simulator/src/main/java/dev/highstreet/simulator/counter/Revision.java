package dev.highstreet.simulator.counter;

import java.time.Instant;

/**
 * What others tell of a product or a store of theirs: an immutable fact, named by its id and its
 * number.
 */
public sealed interface Revision permits ProductRevision, StoreRevision {
  /** Its number if none is given: the newest one's if that says the same, else the next. */
  int NEXT = 0;

  /** Stock code of the product, or id of the store. */
  String id();

  /** 1, 2, …; {@link #NEXT} if none is given. */
  int number();

  /**
   * The same as it is kept.
   *
   * @param kept the number that it becomes
   * @param known the one that has this number, or else the one before; null for the first
   * @param now the shop's present
   * @throws RefusedException naming the field, if it cannot belong to the same thing
   */
  Revision kept(int kept, Revision known, Instant now);
}
