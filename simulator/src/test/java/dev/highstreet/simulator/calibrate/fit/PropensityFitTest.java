package dev.highstreet.simulator.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.highstreet.simulator.engine.RandomStream;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.junit.jupiter.api.Test;

class PropensityFitTest {
  private static final double MEAN = 0.2;
  private static final int CUSTOMERS = 4_000;

  @Test
  void howMuchCustomersDifferIsFound() {
    assertThat(found(2)).isCloseTo(2, within(0.3));
    assertThat(found(10)).isCloseTo(10, within(2.0));
  }

  @Test
  void customersWhoAreAllAlikeHaveALargeSize() {
    int[] orders = new int[CUSTOMERS];
    int[] returned = new int[CUSTOMERS];
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      orders[customer] = 5;
      returned[customer] = 1;
    }

    assertThat(new PropensityFit(orders, returned, MEAN).size()).isGreaterThan(100);
  }

  private static double found(double size) {
    RandomStream random = RandomStream.of(1, "propensity", 0);
    int[] orders = new int[CUSTOMERS];
    int[] returned = new int[CUSTOMERS];
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      double a = AhrensDieterMarsagliaTsangGammaSampler.of(random, MEAN * size, 1).sample();
      double b = AhrensDieterMarsagliaTsangGammaSampler.of(random, (1 - MEAN) * size, 1).sample();
      orders[customer] = 1 + random.nextInt(9);
      for (int order = 0; order < orders[customer]; order++) {
        returned[customer] += random.nextDouble() < a / (a + b) ? 1 : 0;
      }
    }
    return new PropensityFit(orders, returned, MEAN).size();
  }
}
