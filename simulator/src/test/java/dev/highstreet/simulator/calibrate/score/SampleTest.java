package dev.highstreet.simulator.calibrate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void distanceIsTheWidestGapBetweenTheDistributionFunctions() {
    Sample one = Sample.of(new double[] {1, 2, 3, 4});
    Sample other = Sample.of(new double[] {3, 4, 5, 6});
    assertThat(Sample.distance(one, other)).isEqualTo(0.5); // after 2: a half against none
  }

  @Test
  void tiesAreSteppedOverTogether() {
    Sample one = Sample.of(new double[] {1, 1, 1, 2});
    Sample other = Sample.of(new double[] {1, 2, 2, 2});
    assertThat(Sample.distance(one, other)).isEqualTo(0.5);
  }

  @Test
  void samplesOfDifferentSizesAreComparedByShare() {
    Sample one = Sample.of(new double[] {1, 2});
    Sample other = Sample.of(new double[] {1, 1, 1, 2, 2, 2});
    assertThat(Sample.distance(one, other)).isZero();
  }

  @Test
  void withoutOverlapTheDistanceIsOne() {
    Sample low = Sample.of(new double[] {3, 1, 2});
    Sample high = Sample.of(new double[] {10});
    assertThat(Sample.distance(low, high)).isEqualTo(1);
  }

  @Test
  void nothingObservedIsAtNoDistance() {
    Sample nothing = Sample.of(new double[0]);
    assertThat(Sample.distance(nothing, Sample.of(new double[] {1}))).isNaN();
  }

  @Test
  void weightsCountAsRepetitions() {
    Sample weighted = Sample.weighted(new double[] {7, 1, 3}, new double[] {0.5, 1.5, 1});
    Sample repeated = Sample.of(new double[] {1, 1, 1, 3, 3, 7});
    assertThat(Sample.distance(weighted, repeated)).isCloseTo(0, within(1e-12));
    assertThat(weighted.shareUpTo(1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void quantileIsTheLeastValueThatSoManyAreAtOrBelow() {
    Sample sample = Sample.of(new double[] {40, 10, 30, 20});
    assertThat(sample.quantile(0)).isEqualTo(10);
    assertThat(sample.quantile(0.5)).isEqualTo(20);
    assertThat(sample.quantile(0.51)).isEqualTo(30);
    assertThat(sample.quantile(1)).isEqualTo(40);
    assertThat(Sample.of(new double[0]).quantile(0.5)).isNaN();
  }

  @Test
  void shareUpToAValueIncludesIt() {
    Sample sample = Sample.of(new double[] {1, 2, 2, 3});
    assertThat(sample.shareUpTo(0.9)).isZero();
    assertThat(sample.shareUpTo(2)).isEqualTo(0.75);
    assertThat(sample.shareUpTo(9)).isEqualTo(1);
  }

  @Property
  boolean distanceIsTheSameBothWaysAndWithinItsBounds(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> one,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> other) {
    double distance = Sample.distance(of(one), of(other));
    return distance >= 0 && distance <= 1 && distance == Sample.distance(of(other), of(one));
  }

  @Property
  void distanceIsThatOfTheDefinition(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> one,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 20) Integer> other) {
    double widest = 0;
    for (int value = 0; value <= 20; value++) {
      widest = Math.max(widest, Math.abs(of(one).shareUpTo(value) - of(other).shareUpTo(value)));
    }
    assertThat(Sample.distance(of(one), of(other))).isCloseTo(widest, within(1e-12));
  }

  private static Sample of(List<Integer> values) {
    return Sample.of(values.stream().mapToDouble(Integer::doubleValue).toArray());
  }
}
