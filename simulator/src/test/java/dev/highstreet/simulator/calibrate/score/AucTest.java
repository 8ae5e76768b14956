package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AucTest {
  @Test
  void areaIsTheShareOfPairsInTheRightOrder() {
    // 3 beats 1 and 2; 2.5 beats 1 and 2; 1.5 beats 1
    assertThat(Auc.of(new double[] {1.5, 3, 2.5}, new double[] {2, 1})).isEqualTo(5.0 / 6);
  }

  @Test
  void tieCountsHalf() {
    assertThat(Auc.of(new double[] {1, 1}, new double[] {1, 1, 1})).isEqualTo(0.5);
    assertThat(Auc.of(new double[] {2}, new double[] {1, 2})).isEqualTo(0.75);
  }

  @Test
  void perfectOrderIsOneAndItsOppositeNone() {
    assertThat(Auc.of(new double[] {5, 6}, new double[] {1, 2})).isEqualTo(1);
    assertThat(Auc.of(new double[] {1, 2}, new double[] {5, 6})).isZero();
  }
}
