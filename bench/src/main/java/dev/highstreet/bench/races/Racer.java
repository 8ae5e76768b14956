package dev.highstreet.bench.races;

/** One way to bring the orders into the sales marts. */
interface Racer {
  /** What it is called in the figures. */
  String name();

  /** Where its rows are when it is done: a schema of the arena's Postgres. */
  String schema();

  /** Removes what it left the last time; not measured. */
  void reset() throws Exception;

  /** Brings all orders into all marts, and returns once their rows can be read. */
  void run() throws Exception;
}
