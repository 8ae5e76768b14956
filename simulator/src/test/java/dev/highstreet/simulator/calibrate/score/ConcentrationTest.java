package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTest {
  @Test
  void equalAmountsAreNotConcentrated() {
    Concentration equal = new Concentration(new double[] {4, 4, 4, 4, 4});
    assertThat(equal.gini()).isCloseTo(0, within(1e-12));
    assertThat(equal.topFifth()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void giniIsHalfTheRelativeMeanDifference() {
    // mean difference of all pairs of 1, 2, 3, 4, each with itself too: 20/16; mean 2.5
    Concentration uneven = new Concentration(new double[] {3, 1, 4, 2});
    assertThat(uneven.gini()).isCloseTo(20.0 / 16 / 2.5 / 2, within(1e-12));
  }

  @Test
  void topFifthOfTenIsTwo() {
    Concentration uneven = new Concentration(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 40, 52});
    assertThat(uneven.topFifth()).isCloseTo(0.92, within(1e-12));
  }

  @Test
  void lorenzCurveTakesTheLeastFirst() {
    assertThat(new Concentration(new double[] {6, 1, 3}).lorenz(3))
        .containsExactly(new double[] {0, 0.1, 0.4, 1}, within(1e-12));
  }

  @Test
  void nobodyIsNotConcentrated() {
    assertThat(new Concentration(new double[0]).gini()).isNaN();
    assertThat(new Concentration(new double[0]).topFifth()).isNaN();
  }
}
