package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasureTest {
  @Test
  void goalIsTheFigureWhereTheRealShopAgreesWithItselfWellEnough() {
    assertThat(Measure.ORDER_VALUE.goal(0.02)).isEqualTo(0.03);
    assertThat(Measure.AUC.goal(0.51)).isEqualTo(0.55);
    assertThat(Measure.CLOSENESS.goal(0.99)).isEqualTo(0.98);
  }

  @Test
  void goalGivesWayWhereTheRealShopDiffersFromItself() {
    assertThat(Measure.ORDER_VALUE.goal(0.05)).isCloseTo(0.06, within(1e-12));
    assertThat(Measure.PRODUCTS.goal(0.09)).isCloseTo(0.108, within(1e-12));
    assertThat(Measure.AUC.goal(0.55)).isCloseTo(0.56, within(1e-12)); // what is beyond guessing
    assertThat(Measure.CLOSENESS.goal(0.95)).isCloseTo(0.94, within(1e-12));
  }

  @Test
  void onlyOfClosenessIsMoreBetter() {
    assertThat(Measure.ORDER_VALUE.isMet(0.029, 0.03)).isTrue();
    assertThat(Measure.ORDER_VALUE.isMet(0.031, 0.03)).isFalse();
    assertThat(Measure.CLOSENESS.isMet(0.985, 0.98)).isTrue();
    assertThat(Measure.CLOSENESS.isMet(0.97, 0.98)).isFalse();
  }

  @Test
  void whatCannotBeMeasuredIsNotMet() {
    assertThat(Measure.GAPS.isMet(Double.NaN, 0.04)).isFalse();
    assertThat(Measure.GAPS.goal(Double.NaN)).isNaN();
  }
}
