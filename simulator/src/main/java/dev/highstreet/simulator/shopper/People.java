package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Profile;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Makes customers from their numbers. The same number is always the same customer. */
final class People {
  private static final int PURPOSE = "person".hashCode();

  private final long seed;
  private final double onceShare;
  private final double openingRate;
  private final double openingRateDays;
  private final double[] openingLevels;
  private final SharedStateDiscreteSampler personas;
  private final SharedStateDiscreteSampler countries;
  private final double[][] means;
  private final double[][] factors;

  People(Profile profile, long seed) {
    this.seed = seed;
    UniformRandomProvider any = RandomStream.of(seed, PURPOSE, 0);
    List<Persona> kinds = profile.shoppers().personas();
    this.onceShare = profile.shoppers().onceShare();
    this.openingRate = profile.shoppers().openingRate();
    this.openingRateDays = profile.shoppers().openingRateDays();
    this.openingLevels = profile.shoppers().openingLevels().toArray();
    this.personas =
        AliasMethodDiscreteSampler.of(any, kinds.stream().mapToDouble(Persona::weight).toArray());
    this.countries = AliasMethodDiscreteSampler.of(any, profile.countries().shares().toArray());
    this.means = kinds.stream().map(kind -> kind.means().toArray()).toArray(double[][]::new);
    this.factors =
        kinds.stream().map(kind -> Covariance.factor(kind.covariance())).toArray(double[][]::new);
  }

  /**
   * A customer.
   *
   * @param day the day, counted from the first, on which this one is seen for the first time
   */
  Person person(int customer, int day) {
    RandomStream random = RandomStream.of(seed, PURPOSE, customer);
    boolean once = random.nextDouble() < onceShare;
    int kind = personas.withUniformRandomProvider(random).sample();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] z = new double[Persona.TRAITS];
    double[] traits = means[kind].clone();
    double[] factor = factors[kind];
    for (int row = 0, cell = 0; row < z.length; row++) {
      z[row] = normal.sample();
      for (int column = 0; column <= row; column++) {
        traits[row] += factor[cell++] * z[column];
      }
    }
    double early = Math.exp(-day / openingRateDays);
    double logRate = traits[0] + openingRate * early;
    for (int level = 0; level < openingLevels.length; level++) {
      traits[level + 1] += openingLevels[level] * early;
    }
    int country = countries.withUniformRandomProvider(random).sample();
    return new Person(once, logRate, traits[1], traits[2], traits[3], normal.sample(), country);
  }
}
