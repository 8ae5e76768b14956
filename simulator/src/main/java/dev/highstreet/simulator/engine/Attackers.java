package dev.highstreet.simulator.engine;

/** Fraudsters who can be called in. */
public interface Attackers {
  /**
   * They come in numbers.
   *
   * @param until milliseconds since 1970, UTC
   * @param intensity 1 as it is usual for an attack; twice as many for 2
   */
  void attack(World world, long until, double intensity);

  /** They go, those of an attack that is over too. */
  void cease(World world);
}
