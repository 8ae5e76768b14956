package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Visits;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Customers made from personas, each weighing as many orders as are to be expected. Scores have to
 * be of mean 0 and variance 1 over orders, not over customers: those who come often count for more.
 */
final class Population {
  private static final int CUSTOMERS = 40_000;

  private final double[][] levels = new double[CUSTOMERS][Baskets.SCORES];
  private final double[] logRates = new double[CUSTOMERS];
  private final double[] orders = new double[CUSTOMERS];
  private final double[] means = new double[Baskets.SCORES];
  private final double[] covariance = new double[6];

  Population(
      List<Persona> personas,
      double onceShare,
      VisitTimes times,
      VisitLikelihood.Parameters rates,
      Visits visits,
      double[] openingLevels) {
    RandomStream random = RandomStream.of(1, "population", 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    SharedStateDiscreteSampler kinds =
        AliasMethodDiscreteSampler.of(
            random, personas.stream().mapToDouble(Persona::weight).toArray());
    double[][] factors =
        personas.stream()
            .map(persona -> Covariance.factor(persona.covariance()))
            .toArray(double[][]::new);
    double weights = 0;
    for (int i = 0; i < CUSTOMERS; i++) {
      int like = random.nextInt(times.customers);
      int kind = kinds.sample();
      double[] z = new double[Persona.TRAITS];
      double[] traits = personas.get(kind).means().toArray();
      for (int row = 0, cell = 0; row < z.length; row++) {
        z[row] = normal.sample();
        for (int column = 0; column <= row; column++) {
          traits[row] += factors[kind][cell++] * z[column];
        }
      }
      double exposure = times.between[like] + times.after[like];
      double rate = Math.exp(traits[0] + rates.shift(times.firstDay[like]));
      double further = Math.exp(visits.furtherIntercept() + visits.furtherSlope() * traits[0]);
      boolean isOnce = random.nextDouble() < onceShare;
      double leave = Math.max(1e-6, rates.leaveShare());
      double repeats = (1 - Math.exp(-leave * rate * exposure)) / leave;
      orders[i] = (1 + (isOnce ? 0 : repeats)) * (1 + further);
      weights += orders[i];
      logRates[i] = traits[0] + rates.shift(times.firstDay[like]);
      double early = rates.early(times.firstDay[like]);
      for (int level = 0; level < Baskets.SCORES; level++) {
        traits[level + 1] += openingLevels[level] * early;
        levels[i][level] = traits[level + 1];
      }
      for (int row = 0; row < Baskets.SCORES; row++) {
        means[row] += orders[i] * traits[row + 1];
        for (int column = 0; column <= row; column++) {
          covariance[Covariance.cell(row, column)] +=
              orders[i] * traits[row + 1] * traits[column + 1];
        }
      }
    }
    for (int row = 0; row < Baskets.SCORES; row++) {
      means[row] /= weights;
    }
    for (int row = 0; row < Baskets.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        int cell = Covariance.cell(row, column);
        covariance[cell] = covariance[cell] / weights - means[row] * means[column];
      }
    }
  }

  /** A persona, its levels moved so that orders have a mean of 0. */
  Persona centred(Persona persona) {
    double[] moved = persona.means().toArray();
    for (int score = 0; score < Baskets.SCORES; score++) {
      moved[score + 1] -= means[score];
    }
    return new Persona(persona.weight(), Figures.rounded(4, moved), persona.covariance());
  }

  /** The mean variance of own parts over orders, in that of a customer of a rate, by score. */
  double[] meanVariance(double[] spreadByRate, double usualLogRate) {
    double[] variances = new double[Baskets.SCORES];
    double weights = 0;
    for (int i = 0; i < CUSTOMERS; i++) {
      weights += orders[i];
      for (int score = 0; score < Baskets.SCORES; score++) {
        variances[score] +=
            orders[i] * Math.exp(2 * spreadByRate[score] * (logRates[i] - usualLogRate));
      }
    }
    for (int score = 0; score < Baskets.SCORES; score++) {
      variances[score] /= weights;
    }
    return variances;
  }

  /** The covariance of customers' levels over orders, lower triangle. */
  double[] covariance() {
    return covariance.clone();
  }

  /**
   * Scores of orders: a customer's levels, what time adds to an order like one of the past, and the
   * order's own part.
   *
   * @param times what time adds to orders of the past, by order
   * @param own the covariance of orders' own parts
   */
  ScoreSample sample(double[][] times, Figures own, double[] spreadByRate, double usualLogRate) {
    RandomStream random = RandomStream.of(2, "population", 0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] factor = Covariance.factor(own);
    double[][] scores = new double[CUSTOMERS][Baskets.SCORES];
    for (int i = 0; i < CUSTOMERS; i++) {
      double[] time = times[random.nextInt(times.length)];
      double[] z = new double[Baskets.SCORES];
      for (int row = 0, cell = 0; row < z.length; row++) {
        z[row] = normal.sample();
        double part = 0;
        for (int column = 0; column <= row; column++) {
          part += factor[cell++] * z[column];
        }
        double spread = Math.exp(spreadByRate[row] * (logRates[i] - usualLogRate));
        scores[i][row] = levels[i][row] - means[row] + time[row] + spread * part;
      }
    }
    return new ScoreSample(scores, orders);
  }
}
