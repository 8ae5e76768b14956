package dev.highstreet.simulator.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.profile.StockProfile;
import org.junit.jupiter.api.Test;

class ReorderPolicyTest {
  private static final double DAILY = 10;
  private static final double VARIANCE = 25;

  @Test
  void safetyStockOfACertainLeadTimeIsZTimesSigmaTimesItsRoot() {
    ReorderPolicy policy = new ReorderPolicy(profile(15, 0));

    // fifteen days of lead and one until the next look: 2 · 5 · √16
    assertThat(policy.safetyStock(DAILY, VARIANCE)).isCloseTo(40, within(1e-9));
    assertThat(policy.reorderPoint(DAILY, VARIANCE)).isCloseTo(200, within(1e-9));
  }

  @Test
  void uncertainLeadTimesAddTheirShareOfSafetyStock() {
    ReorderPolicy policy = new ReorderPolicy(profile(15, 0.5));
    double mean = 15 * Math.exp(0.125);
    double variance = mean * mean * Math.expm1(0.25);

    assertThat(policy.leadMean()).isCloseTo(mean, within(1e-9));
    assertThat(policy.safetyStock(DAILY, VARIANCE))
        .isCloseTo(2 * Math.sqrt((mean + 1) * VARIANCE + 100 * variance), within(1e-9));
  }

  @Test
  void nothingIsOrderedAboveTheReorderPointAndAllUpToTheLevelAtIt() {
    ReorderPolicy policy = new ReorderPolicy(profile(15, 0));

    assertThat(policy.quantity(201, DAILY, VARIANCE)).isZero();
    assertThat(policy.quantity(200, DAILY, VARIANCE)).isEqualTo(280); // 28 days of cover
    assertThat(policy.quantity(50, DAILY, VARIANCE)).isEqualTo(430);
  }

  @Test
  void whatNobodyAsksForIsNotOrdered() {
    assertThat(new ReorderPolicy(profile(15, 0)).quantity(0, 0, 0)).isZero();
  }

  private static StockProfile profile(double leadMedianDays, double leadLogSd) {
    StockProfile priors = StockProfile.priors();
    return new StockProfile(
        priors.origin(), priors.sites(), 2, leadMedianDays, leadLogSd, 28, 0, 0, 0, 0);
  }
}
