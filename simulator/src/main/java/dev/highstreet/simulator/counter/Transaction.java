package dev.highstreet.simulator.counter;

import java.time.Instant;

/**
 * A sale or return that somebody else has made, as it was made: with an id and prices of their own.
 */
public sealed interface Transaction permits Sale, Return {
  /** Its id. One that was seen before is the same transaction. */
  String id();

  /** When it happened, on the shop's clock; null for when it comes. */
  Instant occurredAt();
}
