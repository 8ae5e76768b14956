package dev.highstreet.simulator.engine;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A stream of random numbers that belongs to one entity and one purpose. It is derived by hash from
 * (seed, purpose, entity), never from the order of draws elsewhere: what one shopper does leaves
 * every other shopper alone, and the same seed gives the same shop at any number of threads.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014): one {@code long} of state, so that making a stream costs next to
 * nothing. An instance belongs to one thread.
 */
public final class RandomStream implements UniformRandomProvider {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /**
   * The stream of one entity for one purpose.
   *
   * @param seed of the whole simulation
   * @param purpose what is drawn for, in a word or two, such as {@code "visits"}: streams of
   *     different purposes have nothing in common
   * @param entity the entity's number, or one made from several by {@link #mix}
   */
  public static RandomStream of(long seed, String purpose, long entity) {
    return of(seed, purpose.hashCode(), entity);
  }

  /** The same, for a purpose whose hash is known: on the hot path. */
  public static RandomStream of(long seed, int purpose, long entity) {
    return new RandomStream(mix(mix(seed, purpose), entity));
  }

  /** Makes one number of two, so that any change of either changes about half of its bits. */
  public static long mix(long a, long b) {
    return scramble(scramble(a + GOLDEN_GAMMA) ^ (b * GOLDEN_GAMMA));
  }

  private static long scramble(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return scramble(state);
  }
}
