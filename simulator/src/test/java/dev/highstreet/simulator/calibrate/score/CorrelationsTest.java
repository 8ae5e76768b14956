package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationsTest {
  @Test
  void distanceIsTheMeanOverPairsOfColumns() {
    // first and second: 1 against −1; third: 0.5 or −0.5 with either, made by hand
    double[][] one = {{1, 1, 1}, {2, 2, 3}, {3, 3, 2}};
    double[][] other = {{1, 3, 1}, {2, 2, 3}, {3, 1, 2}};
    assertThat(Correlations.of(one, 3)[1][0]).isCloseTo(1, within(1e-12));
    assertThat(Correlations.of(one, 3)[2][0]).isCloseTo(0.5, within(1e-12));
    assertThat(Correlations.distance(one, other, 3)).isCloseTo((2 + 0 + 1) / 3.0, within(1e-12));
  }

  @Test
  void columnThatNeverChangesGoesWithNothing() {
    assertThat(Correlations.of(new double[][] {{7, 1}, {7, 2}}, 2)[1][0]).isZero();
  }

  @Test
  void columnsBeyondThoseAskedForAreNotLookedAt() {
    double[][] one = {{1, 1, 5}, {2, 2, 1}};
    double[][] other = {{1, 1, 1}, {2, 2, 5}};
    assertThat(Correlations.distance(one, other, 2)).isZero();
  }
}
