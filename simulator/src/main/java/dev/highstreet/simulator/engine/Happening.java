package dev.highstreet.simulator.engine;

/** Something that comes to pass at its time: an order, the next click of a session, a delivery. */
@FunctionalInterface
public interface Happening {
  /**
   * Comes to pass.
   *
   * @param now milliseconds since 1970, UTC: the time it was put down for
   */
  void happen(long now);
}
