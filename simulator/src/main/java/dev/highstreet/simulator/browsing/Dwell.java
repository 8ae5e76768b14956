package dev.highstreet.simulator.browsing;

import dev.highstreet.simulator.engine.RandomStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How long people stay on a page: lognormal, as a table of draws, because one is needed for every
 * click.
 */
final class Dwell {
  private static final double MEDIAN_MILLIS = 22_000;
  private static final double LOG_SD = 0.9;
  private static final double LONGEST = 600_000;
  private static final int BITS = 10;

  private final int[] millis = new int[1 << BITS];

  private Dwell() {}

  /** About 22 seconds, ten minutes at most. */
  static Dwell usual() {
    Dwell dwell = new Dwell();
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(RandomStream.of(0, "dwell", 0));
    for (int i = 0; i < dwell.millis.length; i++) {
      dwell.millis[i] = (int) Math.min(LONGEST, MEDIAN_MILLIS * Math.exp(LOG_SD * normal.sample()));
    }
    return dwell;
  }

  /** Milliseconds until the next click, above 0. */
  long next(RandomStream random) {
    long bits = random.nextLong();
    int place = (int) (bits >>> (Long.SIZE - BITS));
    // up to a quarter more, so that times do not come from a table alone
    return millis[place] + (((millis[place] >> 2) * (bits & 0xffff)) >> 16) + 1;
  }
}
