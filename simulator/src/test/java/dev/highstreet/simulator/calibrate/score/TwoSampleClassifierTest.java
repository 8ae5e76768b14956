package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.function.Function;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class TwoSampleClassifierTest {
  private static final int ROWS = 4_000;

  @Test
  void samplesOfOneDistributionCannotBeToldApart() {
    assertThat(auc(normal -> normal, normal -> normal)).isCloseTo(0.5, within(0.03));
  }

  @Test
  void shiftIsFoundAsWellAsItCanBe() {
    // two normal distributions a distance d apart: AUC = Φ(d / √2) = Φ(0.7071) = 0.760
    assertThat(auc(normal -> normal, normal -> new double[] {normal[0] + 1, normal[1]}))
        .isCloseTo(0.760, within(0.02));
  }

  @Test
  void differenceThatOnlyAProductShowsIsFound() {
    assertThat(
            auc(
                normal -> new double[] {normal[0], 0.8 * normal[0] + 0.6 * normal[1]},
                normal -> normal))
        .isGreaterThan(0.7);
  }

  @Test
  void differenceThatOnlyASquareShowsIsFound() {
    assertThat(auc(normal -> new double[] {2 * normal[0], normal[1]}, normal -> normal))
        .isGreaterThan(0.65);
  }

  @Test
  void samplesWithoutOverlapAreAlwaysToldApart() {
    assertThat(auc(normal -> normal, normal -> new double[] {normal[0] + 99, normal[1]}))
        .isEqualTo(1);
  }

  @Test
  void columnThatNeverChangesDoesNoHarm() {
    assertThat(auc(normal -> new double[] {5, 5}, normal -> new double[] {5, 5})).isEqualTo(0.5);
  }

  @Test
  void handfulOfRowsIsNotTried() {
    double[][] three = {{1}, {2}, {3}};
    assertThat(TwoSampleClassifier.auc(three, three, 1, 1)).isNaN();
  }

  @Test
  void columnsBeyondThoseAskedForAreNotLookedAt() {
    double[][] one = rows(1, normal -> new double[] {normal[0], 1});
    double[][] other = rows(2, normal -> new double[] {normal[0], 2});
    assertThat(TwoSampleClassifier.auc(one, other, 1, 1)).isCloseTo(0.5, within(0.03));
    assertThat(TwoSampleClassifier.auc(one, other, 2, 1)).isEqualTo(1);
  }

  private static double auc(Function<double[], double[]> one, Function<double[], double[]> other) {
    return TwoSampleClassifier.auc(rows(1, one), rows(2, other), 2, 1);
  }

  private static double[][] rows(long seed, Function<double[], double[]> shape) {
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(RandomStream.of(seed, "rows", 0));
    double[][] rows = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = shape.apply(new double[] {normal.sample(), normal.sample()});
    }
    return rows;
  }
}
