package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;
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
    LagFit found = new LagFit(List.of(seen(1, 90), seen(2, 90), seen(3, 90))).fit();

    assertThat(found.medianDays()).isBetween(1.0, 9.4);
    assertThat(found.logSd()).isBetween(0.5, 2.5);
  }

  @Test
  void spreadIsFoundThoughNothingIsBookedAtWeekendsAndSomeParcelsAreLate() {
    SalesHistory history = ShopWithReturns.of(20_000, MEDIAN, LOG_SD, 7);
    List<MatchedReturn> returns = ReturnMatching.of(new Past(history));

    LagFit found = new LagFit(BookingDays.of(history).lags(returns)).fit();

    assertThat(found.medianDays()).isCloseTo(MEDIAN, within(0.6));
    assertThat(found.logSd()).isCloseTo(LOG_SD, within(0.06));
  }

  /** Returns of a year's orders: nothing comes back within five days, or after the year. */
  private static LagFit fit(int orders, int seed) {
    RandomStream random = RandomStream.of(seed, "lags", 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    List<SeenLag> lags = new ArrayList<>();
    while (lags.size() < orders) {
      double lag = Math.max(5, MEDIAN * Math.exp(LOG_SD * normal.sample()));
      double watched = 365 * random.nextDouble();
      if (lag < watched) {
        lags.add(seen(lag, watched));
      }
    }
    return new LagFit(lags).fit();
  }

  /** Booked within the hour. */
  private static SeenLag seen(double lag, double watched) {
    return new SeenLag(lag - 1.0 / 24, lag, BookingDays.ARRIVED, watched);
  }
}
