package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.Shoppers;
import dev.highstreet.simulator.profile.Visits;
import java.util.Arrays;
import java.util.List;

/**
 * Who the customers are: how often they come, what sets their orders apart, and what kinds there
 * are.
 */
final class CustomersFit {
  private static final int KINDS = 3;
  private static final int CUSTOMERS_A_KIND = 200;
  private static final int FEWEST_GAPS = 50;

  /**
   * What is assumed of visits that nothing is known of: once in two to three months, and as regular
   * as anybody's.
   */
  private static final VisitsFit.Found USUAL_VISITS =
      new VisitsFit.Found(1, new VisitLikelihood.Parameters(-4.3, 0.9, 0.2, 0.02, 0, 20), 0);

  private final Past past;
  private final Season season;
  private final BasketsFit basketsFit;
  private VisitsFit.Found found;
  private Visits visits;
  private Shoppers shoppers;
  private ScoresFit scores;
  private Figures own;
  private Figures spreadByRate;
  private ScoreSample sample;

  CustomersFit(Past past, Season season, BasketsFit basketsFit) {
    this.past = past;
    this.season = season;
    this.basketsFit = basketsFit;
  }

  void fit() {
    VisitTimes times = new VisitTimes(past, season);
    int gaps = Arrays.stream(times.gaps).sum();
    boolean isTold = gaps >= FEWEST_GAPS;
    found = isTold ? new VisitsFit(times).fit() : USUAL_VISITS;
    VisitLikelihood.Parameters rates = found.parameters();
    VisitLikelihood likelihood = new VisitLikelihood(times, found.shape(), 1);
    double[] logRates = new double[times.customers];
    double[] shifted = new double[times.customers];
    for (int customer = 0; customer < times.customers; customer++) {
      logRates[customer] = likelihood.meanLogRate(customer, rates);
      shifted[customer] = logRates[customer] + rates.shift(times.firstDay[customer]);
    }
    visits = FurtherFit.fit(past, found.shape(), logRates, visitsOrigin(isTold, gaps));
    scores = new ScoresFit(past, basketsFit);
    double[] roughly = rest(scores.customerCovariance(), scores.timeCovariance());
    double[] spread = scores.spreadByRate(shifted, roughly);
    double[][][] noise = scores.noise(roughly, spreads(spread, shifted));
    double[] opening = openingLevels(times, rates, logRates, noise);
    PersonasFit personas =
        new PersonasFit(
            times,
            likelihood,
            rates,
            levels(times, rates, opening),
            noise,
            Math.max(1, Math.min(KINDS, times.customers / CUSTOMERS_A_KIND)));
    if (isTold) {
      personas.fit();
    }
    finish(times, rates, personas, opening, spread, isTold);
  }

  private Origin visitsOrigin(boolean isTold, int gaps) {
    return isTold
        ? Origin.fitted(
            "%d times between visits of %d customers; log likelihood %.0f"
                .formatted(gaps, past.customers().size(), found.logLikelihood()))
        : Origin.assumed(
            "%d times between visits are too few to tell; it takes %d"
                .formatted(gaps, FEWEST_GAPS));
  }

  private void finish(
      VisitTimes times,
      VisitLikelihood.Parameters rates,
      PersonasFit personasFit,
      double[] opening,
      double[] spread,
      boolean isTold) {
    Population population =
        new Population(
            personasFit.personas(), personasFit.onceShare(), times, rates, visits, opening);
    List<Persona> personas = personasFit.personas().stream().map(population::centred).toList();
    double[] left = rest(population.covariance(), scores.timeCovariance());
    double[] variances = population.meanVariance(spread, rates.mean());
    for (int row = 0; row < Baskets.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        left[Covariance.cell(row, column)] /= Math.sqrt(variances[row] * variances[column]);
      }
    }
    own = Figures.rounded(4, left);
    spreadByRate = Figures.rounded(4, spread);
    sample = population.sample(scores.times(), own, spread, rates.mean());
    ArrivalsFit.Found arrivals = ArrivalsFit.fit(past, season);
    shoppers =
        new Shoppers(
            isTold ? Origin.fitted("%d customers".formatted(times.customers)) : visits.origin(),
            round(personasFit.onceShare()),
            round(rates.leaveShare()),
            personas,
            Figures.rounded(4, arrivals.newcomers()),
            round(arrivals.openingShare()),
            round(arrivals.openingDays()),
            round(rates.opening()),
            round(rates.openingDays()),
            Figures.rounded(4, opening),
            round(rates.mean()));
  }

  private double[] openingLevels(
      VisitTimes times, VisitLikelihood.Parameters rates, double[] logRates, double[][][] noise) {
    double[] early = Arrays.stream(times.firstDay).mapToDouble(rates::early).toArray();
    return scores.openingLevels(logRates, early, noise);
  }

  /** Customers' levels, without what is due to having been a customer before. */
  private double[][] levels(VisitTimes times, VisitLikelihood.Parameters rates, double[] opening) {
    double[][] levels = scores.customerMeans();
    for (int customer = 0; customer < levels.length; customer++) {
      double early = rates.early(times.firstDay[customer]);
      for (int score = 0; score < Baskets.SCORES; score++) {
        levels[customer][score] -= opening[score] * early;
      }
    }
    return levels;
  }

  /** By how much the deviations of orders' own parts differ from those of the mean order. */
  private double[][] spreads(double[] spreadByRate, double[] logRates) {
    double mean = 0;
    for (int customer = 0; customer < logRates.length; customer++) {
      int orders = past.customers().get(customer).size();
      mean += orders * logRates[customer] / past.orders().size();
    }
    double[][] spreads = new double[logRates.length][Baskets.SCORES];
    for (int customer = 0; customer < logRates.length; customer++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        spreads[customer][score] = Math.exp(spreadByRate[score] * (logRates[customer] - mean));
      }
    }
    return spreads;
  }

  /** What is left for orders of their own, if scores are to be independent and of variance 1. */
  private static double[] rest(double[] customers, double[] times) {
    double[] rest = new double[customers.length];
    for (int row = 0; row < Baskets.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        int cell = Covariance.cell(row, column);
        rest[cell] =
            row == column
                ? Math.max(0.1, 1 - customers[cell] - times[cell])
                : -customers[cell] - times[cell];
      }
    }
    return rest;
  }

  private static double round(double value) {
    return Math.round(value * 1e5) / 1e5;
  }

  Visits visits() {
    return visits;
  }

  Shoppers shoppers() {
    return shoppers;
  }

  /** The scores of orders as they are to be expected. */
  ScoreSample sample() {
    return sample;
  }

  /** The baskets, from the fitted sizes. */
  Baskets baskets(Figures lines, double again) {
    return new Baskets(
        Origin.fitted("%d orders".formatted(past.orders().size())),
        lines,
        own,
        spreadByRate,
        scores.hours(),
        scores.weekdays(),
        scores.months(),
        scores.further(),
        again,
        basketsFit.toSizes());
  }
}
