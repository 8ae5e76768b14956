package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.engine.RandomStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class LagFitTest {
  private static final double MEDIAN = 9.4;
  private static final double LOG_SD = 1.53;

  @Test
  void medianAndSpreadAreFoundThoughGoodsWaitForDeliveryAndTheLastAreNotSeen() {
    LagFit found = fit(20_000, 6);

    assertThat(found.medianDays()).isCloseTo(MEDIAN, within(0.6));
    assertThat(found.logSd()).isCloseTo(LOG_SD, within(0.06));
    assertThat(found.share(MEDIAN)).isCloseTo(0.5, within(0.03));
  }

  @Test
  void fewReturnsStayNearWhatIsUsual() {
    LagFit found = new LagFit(new double[] {1, 2, 3}, new double[] {90, 90, 90}).fit();

    assertThat(found.medianDays()).isBetween(1.0, 9.4);
    assertThat(found.logSd()).isBetween(0.5, 2.5);
  }

  /** Returns of a year's orders: nothing comes back within five days, or after the year. */
  private static LagFit fit(int orders, int seed) {
    RandomStream random = RandomStream.of(seed, "lags", 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] lags = new double[orders];
    double[] watched = new double[orders];
    for (int seen = 0; seen < orders; ) {
      double lag = Math.max(5, MEDIAN * Math.exp(LOG_SD * normal.sample()));
      double left = 365 * random.nextDouble();
      if (lag < left) {
        lags[seen] = lag;
        watched[seen++] = left;
      }
    }
    return new LagFit(lags, watched).fit();
  }
}
