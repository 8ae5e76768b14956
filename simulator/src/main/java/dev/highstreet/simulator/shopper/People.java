package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Figures;
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
  private final SharedStateDiscreteSampler personas;
  private final SharedStateDiscreteSampler countries;
  private final double[][] means;
  private final double[][] factors;
  private final Person guest = new Person(true, 0, 0, 0, 0, 0);

  People(Profile profile, long seed) {
    this.seed = seed;
    UniformRandomProvider any = RandomStream.of(seed, PURPOSE, 0);
    List<Persona> kinds = profile.shoppers().personas();
    this.onceShare = profile.shoppers().onceShare();
    this.personas =
        AliasMethodDiscreteSampler.of(any, kinds.stream().mapToDouble(Persona::weight).toArray());
    this.countries = AliasMethodDiscreteSampler.of(any, profile.countries().shares().toArray());
    this.means = kinds.stream().map(kind -> kind.means().toArray()).toArray(double[][]::new);
    this.factors = kinds.stream().map(kind -> cholesky(kind.covariance())).toArray(double[][]::new);
  }

  Person person(int customer) {
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
    int country = countries.withUniformRandomProvider(random).sample();
    return new Person(once, traits[0], traits[1], traits[2], traits[3], country);
  }

  /** Somebody the shop does not know: an average customer of the shop's own country. */
  Person guest() {
    return guest;
  }

  /**
   * The lower triangle whose square is a covariance, row by row. What is not positive definite, by
   * rounding or by hand, loses the part that cannot be.
   */
  private static double[] cholesky(Figures covariance) {
    double[] factor = covariance.toArray();
    for (int row = 0; row < Persona.TRAITS; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = factor[cell(row, column)];
        for (int k = 0; k < column; k++) {
          sum -= factor[cell(row, k)] * factor[cell(column, k)];
        }
        double pivot = row == column ? Math.sqrt(Math.max(sum, 0)) : factor[cell(column, column)];
        factor[cell(row, column)] = row == column ? pivot : pivot > 0 ? sum / pivot : 0;
      }
    }
    return factor;
  }

  private static int cell(int row, int column) {
    return row * (row + 1) / 2 + column;
  }
}
