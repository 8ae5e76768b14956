package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void distanceIsTheShareThatWouldHaveToMove() {
    Shares one = Shares.of(new double[] {5, 3, 2});
    Shares other = Shares.of(new double[] {20, 30, 50});
    assertThat(Shares.distance(one, other)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void amountsCountOnlyAsShares() {
    assertThat(Shares.distance(Shares.of(new double[] {1, 1}), Shares.of(new double[] {70, 70})))
        .isZero();
  }

  @Test
  void placesThatOnlyOneOfThemHasCount() {
    assertThat(Shares.distance(Shares.of(new double[] {1}), Shares.of(new double[] {0, 9})))
        .isEqualTo(1);
  }

  @Test
  void nothingHasNoShares() {
    assertThat(Shares.distance(Shares.of(new double[] {1}), Shares.of(new double[] {0}))).isNaN();
  }
}
