package dev.highstreet.simulator.calibrate.fit;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The likelihood of customers' visits: a renewal process with Erlang-k gaps in business time, whose
 * log rate is normal over customers; a share buys once, and after any later visit another share
 * never comes back. Customers who are seen first near the beginning were customers before, and the
 * eager of those are seen soonest: their mean log rate is higher by opening × exp(−day ÷
 * openingDays). The normal is integrated out with 40 Gauss–Hermite nodes.
 */
final class VisitLikelihood {
  /** What is estimated. */
  record Parameters(
      double mean,
      double deviation,
      double onceShare,
      double leaveShare,
      double opening,
      double openingDays) {
    double shift(int firstDay) {
      return opening * early(firstDay);
    }

    /** How early a first day is: 1 at the beginning, and falling to 0. */
    double early(int firstDay) {
      return Math.exp(-firstDay / openingDays);
    }
  }

  private static final int NODES = 40;

  private final double[] nodes = new double[NODES];
  private final double[] logWeights = new double[NODES];
  private final int shape;
  private final VisitTimes times;
  private final int step;

  /**
   * The likelihood of every {@code step}-th customer.
   *
   * @param shape k, from 1
   */
  VisitLikelihood(VisitTimes times, int shape, int step) {
    this.times = times;
    this.shape = shape;
    this.step = step;
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(NODES);
    for (int node = 0; node < NODES; node++) {
      nodes[node] = Math.sqrt(2) * rule.getPoint(node);
      logWeights[node] = Math.log(rule.getWeight(node) / Math.sqrt(Math.PI));
    }
  }

  double log(Parameters parameters) {
    double sum = 0;
    double[] terms = new double[NODES];
    for (int customer = 0; customer < times.customers; customer += step) {
      sum += terms(customer, parameters, terms);
    }
    return sum;
  }

  /** The log likelihood of a customer's visits at a log rate, but for a constant. */
  double log(int customer, double ownLogRate, double leaveShare) {
    double after = times.after[customer];
    double logRate = ownLogRate + Math.log(shape);
    double rate = Math.exp(logRate);
    double survival = 1;
    double term = 1;
    for (int j = 1; j < shape; j++) {
      term *= rate * after / j;
      survival += term;
    }
    double stays = survival * Math.exp(-rate * after);
    int gaps = times.gaps[customer];
    return gaps * shape * logRate
        - rate * times.between[customer]
        + (gaps == 0
            ? Math.log(stays)
            : Math.log(leaveShare + (1 - leaveShare) * stays)
                + (gaps - 1) * Math.log1p(-leaveShare));
  }

  /** The mean of a customer's own log rate, less the shift of the opening, given the visits. */
  double meanLogRate(int customer, Parameters parameters) {
    double[] terms = new double[NODES];
    terms(customer, parameters, terms);
    double highest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      highest = Math.max(highest, term);
    }
    double weights = 0;
    double mean = 0;
    for (int node = 0; node < NODES; node++) {
      double weight = Math.exp(terms[node] - highest);
      weights += weight;
      mean += weight * (parameters.mean() + parameters.deviation() * nodes[node]);
    }
    return mean / weights;
  }

  /**
   * The log likelihood of one customer; the log terms of the nodes, if not one who buys once, are
   * left in an array.
   */
  private double terms(int customer, Parameters parameters, double[] terms) {
    double start = parameters.mean() + parameters.shift(times.firstDay[customer]);
    double after = times.after[customer];
    double between = times.between[customer];
    double leaves = parameters.leaveShare();
    int gaps = times.gaps[customer];
    double highest = Double.NEGATIVE_INFINITY;
    double logShape = Math.log(shape);
    for (int node = 0; node < NODES; node++) {
      double logRate = start + parameters.deviation() * nodes[node] + logShape;
      double rate = Math.exp(logRate);
      double survival = 1;
      double term = 1;
      for (int j = 1; j < shape; j++) {
        term *= rate * after / j;
        survival += term;
      }
      double stays = survival * Math.exp(-rate * after);
      terms[node] =
          logWeights[node]
              + gaps * shape * logRate
              - rate * between
              + Math.log(gaps == 0 ? stays + 1e-300 : leaves + (1 - leaves) * stays);
      highest = Math.max(highest, terms[node]);
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - highest);
    }
    double logFactorial = 0;
    for (int j = 2; j < shape; j++) {
      logFactorial += Math.log(j);
    }
    double log =
        highest + Math.log(sum) + (shape - 1) * times.logGaps[customer] - gaps * logFactorial;
    double kept =
        log + Math.log1p(-parameters.onceShare()) + Math.max(0, gaps - 1) * Math.log1p(-leaves);
    return gaps > 0 ? kept : Math.log(parameters.onceShare() + Math.exp(kept));
  }
}
