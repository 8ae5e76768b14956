package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Persona;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.Shoppers;
import dev.highstreet.simulator.profile.Visits;
import java.util.ArrayList;
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

  /** The place of the level of quantity among a persona's traits. */
  private static final int QUANTITY = 2;

  /** By so much the log rate of regulars is above the usual one, at least. */
  private static final double OFTEN = 0.5;

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
  private ScoreParts parts;
  private CustomerScores customers;
  private CustomerDifferences differences;
  private Figures own;
  private Figures spreadByRate;
  private ScoreSample sample;
  private VisitTimes times;
  private PersonasFit personasFit;
  private double[] opening;
  private double[] spread;
  private boolean isTold;

  CustomersFit(Past past, Season season, BasketsFit basketsFit) {
    this.past = past;
    this.season = season;
    this.basketsFit = basketsFit;
  }

  void fit() {
    times = new VisitTimes(past, season);
    int gaps = Arrays.stream(times.gaps).sum();
    isTold = gaps >= FEWEST_GAPS;
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
    ScoreRanks ranks = new ScoreRanks(past, basketsFit);
    parts = new ScoreParts(past, ranks);
    customers = new CustomerScores(past, ranks, parts);
    differences = new CustomerDifferences(ranks, parts, customers);
    double[] roughly = rest(customers.covariance(), parts.timeCovariance());
    spread = differences.spreadByRate(shifted, roughly);
    double[][][] noise = customers.noise(roughly, spreads(spread, shifted));
    opening = openingLevels(times, rates, logRates, noise);
    personasFit =
        new PersonasFit(
            times,
            likelihood,
            rates,
            levels(times, rates, opening),
            noise,
            Math.max(1, Math.min(KINDS, times.customers / CUSTOMERS_A_KIND)));
    if (isTold) {
      personasFit.fit();
    }
    tilt(0);
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

  /** Whether there is a kind of customers who come much more often than usual. */
  boolean hasRegulars() {
    return regulars(personasFit.personas()) >= 0;
  }

  /** The place of the kind that comes most often, if much more often than usual; else -1. */
  private int regulars(List<Persona> kinds) {
    int most = 0;
    for (int kind = 1; kind < kinds.size(); kind++) {
      most = logRate(kinds.get(kind)) > logRate(kinds.get(most)) ? kind : most;
    }
    return logRate(kinds.get(most)) > found.parameters().mean() + OFTEN ? most : -1;
  }

  private static double logRate(Persona kind) {
    return kind.means().at(0);
  }

  /**
   * Lets the regulars buy the more of a thing the more often they come, and makes the rest fit.
   *
   * @param slope how much the level of quantity is to grow with the log rate, beyond what was found
   */
  void tilt(double slope) {
    VisitLikelihood.Parameters rates = found.parameters();
    List<Persona> kinds = new ArrayList<>(personasFit.personas());
    int regulars = regulars(kinds);
    if (regulars >= 0 && slope != 0) {
      kinds.set(regulars, tilted(kinds.get(regulars), slope));
    }
    Population population =
        new Population(kinds, personasFit.onceShare(), times, rates, visits, opening);
    List<Persona> personas = kinds.stream().map(population::centred).toList();
    double[] left = rest(population.covariance(), parts.timeCovariance());
    double[] variances = population.meanVariance(spread, rates.mean());
    for (int row = 0; row < Baskets.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        left[Covariance.cell(row, column)] /= Math.sqrt(variances[row] * variances[column]);
      }
    }
    own = Figures.rounded(4, left);
    spreadByRate = Figures.rounded(4, spread);
    sample = population.sample(parts.times(), own, spread, rates.mean());
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

  /** The same kind, its levels of quantity moved by slope × (log rate − that of the kind). */
  static Persona tilted(Persona kind, double slope) {
    double[] covariance = kind.covariance().toArray();
    double[] rate = new double[Persona.TRAITS];
    for (int trait = 0; trait < Persona.TRAITS; trait++) {
      rate[trait] = covariance[Covariance.cell(trait, 0)];
    }
    for (int trait = 0; trait < Persona.TRAITS; trait++) {
      int cell = Covariance.cell(Math.max(trait, QUANTITY), Math.min(trait, QUANTITY));
      covariance[cell] += slope * rate[trait];
    }
    covariance[Covariance.cell(QUANTITY, QUANTITY)] +=
        slope * rate[QUANTITY] + slope * slope * rate[0];
    return new Persona(kind.weight(), kind.means(), Figures.rounded(4, covariance));
  }

  private double[] openingLevels(
      VisitTimes times, VisitLikelihood.Parameters rates, double[] logRates, double[][][] noise) {
    double[] early = Arrays.stream(times.firstDay).mapToDouble(rates::early).toArray();
    return differences.openingLevels(logRates, early, noise);
  }

  /** Customers' levels, without what is due to having been a customer before. */
  private double[][] levels(VisitTimes times, VisitLikelihood.Parameters rates, double[] opening) {
    double[][] levels = customers.means();
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
        parts.hours(),
        parts.weekdays(),
        parts.months(),
        parts.further(),
        again,
        basketsFit.toSizes());
  }
}
