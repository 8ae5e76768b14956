package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Persona;
import java.util.Arrays;
import java.util.List;

/**
 * Kinds of customers: a mixture of normals over log rate and the three levels, and those who buy
 * once. Levels are seen through noise of each customer's own (extreme deconvolution: Bovy, Hogg,
 * Roweis 2011), the rate through the likelihood of the visits, on a grid.
 */
final class PersonasFit {
  private static final int LEVELS = Baskets.SCORES;
  private static final int NODES = 44;
  private static final double BELOW = 4;
  private static final double ABOVE = 5.5;
  private static final int ROUNDS = 60;

  /**
   * Who has been watched for fewer business days tells less about how rate and levels hang
   * together.
   */
  private static final double WATCHED = 200;

  private static final double LEAST_WEIGHT = 0.05;
  private static final double PRIOR_CUSTOMERS = 8;
  private static final double SHY_CUSTOMERS =
      30; // kinds differ in level only if so many customers say so
  private static final double[] PRIOR = {0.2, 0.2, 0.2, 0.2};

  private final VisitTimes times;
  private final double[] nodes = new double[NODES];
  private final double[][] logLikelihoods;
  private final double[][] levels;
  private final double[][][] noise;
  private final double[] weights;
  private double sumOfWeights;
  private final Kind[] kinds;
  private double onceShare;

  PersonasFit(
      VisitTimes times,
      VisitLikelihood likelihood,
      VisitLikelihood.Parameters rates,
      double[][] levels,
      double[][][] noise,
      int kinds) {
    this.times = times;
    this.levels = levels;
    this.noise = noise;
    this.onceShare = rates.onceShare();
    this.weights = new double[times.customers];
    for (int customer = 0; customer < times.customers; customer++) {
      double watched = times.between[customer] + times.after[customer];
      weights[customer] = Math.max(LEAST_WEIGHT, Math.min(1, watched / WATCHED));
      sumOfWeights += weights[customer];
    }
    for (int node = 0; node < NODES; node++) {
      nodes[node] =
          rates.mean() + rates.deviation() * (-BELOW + (BELOW + ABOVE) * node / (NODES - 1));
    }
    logLikelihoods = new double[times.customers][NODES];
    for (int customer = 0; customer < times.customers; customer++) {
      double shift = rates.shift(times.firstDay[customer]);
      for (int node = 0; node < NODES; node++) {
        logLikelihoods[customer][node] =
            likelihood.log(customer, nodes[node] + shift, rates.leaveShare());
      }
    }
    this.kinds = new Kind[kinds];
    for (int kind = 0; kind < kinds; kind++) {
      double place = kinds == 1 ? 0 : kind == 0 ? 2.7 : Normal.score((kind - 0.5) / (kinds - 1));
      double own = rates.deviation() * (kinds == 1 ? 1 : 0.7);
      this.kinds[kind] =
          new Kind((1 - onceShare) / kinds, rates.mean() + rates.deviation() * place, own * own);
    }
  }

  void fit() {
    for (int round = 0; round < ROUNDS; round++) {
      double once = 0;
      for (int customer = 0; customer < times.customers; customer++) {
        once += share(customer);
      }
      onceShare = once / sumOfWeights;
      for (Kind kind : kinds) {
        kind.improve(sumOfWeights);
      }
    }
  }

  /** Adds a customer to the kinds, and returns the chance that this one buys once. */
  private double share(int customer) {
    double highest = Double.NEGATIVE_INFINITY;
    double level = 0;
    for (Kind kind : kinds) {
      kind.look(customer);
      highest = Math.max(highest, kind.log);
      level += kind.weight * Math.exp(Math.max(-50, kind.logLevels)) / (1 - onceShare);
    }
    double once =
        times.gaps[customer] > 0
            ? Double.NEGATIVE_INFINITY
            : Math.log(Math.max(onceShare, 1e-9) * level); // levels as of those who come back
    highest = Math.max(highest, once);
    double all = Math.exp(once - highest);
    for (Kind kind : kinds) {
      all += Math.exp(kind.log - highest);
    }
    for (Kind kind : kinds) {
      kind.add(weights[customer] * Math.exp(kind.log - highest) / all);
    }
    return weights[customer] * Math.exp(once - highest) / all;
  }

  double onceShare() {
    return onceShare;
  }

  List<Persona> personas() {
    return Arrays.stream(kinds).map(Kind::toPersona).toList();
  }

  /** One normal of the mixture, and what a round adds up for it. */
  private final class Kind {
    private double weight;
    private final double[] mean = new double[Persona.TRAITS];
    private final double[][] covariance = new double[Persona.TRAITS][Persona.TRAITS];
    private double sum;
    private final double[] total = new double[Persona.TRAITS];
    private final double[][] square = new double[Persona.TRAITS][Persona.TRAITS];
    private double log;
    private double logLevels;
    private double rate;
    private double rateVariance;
    private final double[] slope = new double[LEVELS];
    private final double[][] rest = new double[LEVELS][LEVELS];
    private final double[][] factor = new double[LEVELS][LEVELS];
    private final double[] start = new double[LEVELS];
    private final double[] growth = new double[LEVELS];
    private final double[][] solved = new double[LEVELS][LEVELS];
    private final double[] logNodes = new double[NODES];

    Kind(double weight, double rate, double variance) {
      this.weight = weight;
      mean[0] = rate;
      covariance[0][0] = variance;
      for (int level = 1; level < Persona.TRAITS; level++) {
        covariance[level][level] = 0.4;
      }
      prepare();
    }

    /** Levels given the log rate: a line, and what is left. */
    private void prepare() {
      for (int row = 0; row < LEVELS; row++) {
        slope[row] = covariance[row + 1][0] / covariance[0][0];
      }
      for (int row = 0; row < LEVELS; row++) {
        for (int column = 0; column < LEVELS; column++) {
          rest[row][column] =
              covariance[row + 1][column + 1] - slope[row] * slope[column] * covariance[0][0];
        }
      }
      for (int node = 0; node < NODES; node++) {
        double off = nodes[node] - mean[0];
        logNodes[node] =
            -0.5 * off * off / covariance[0][0]
                - 0.5
                    * Math.log(
                        covariance[0][0]
                            / ((nodes[1] - nodes[0]) * (nodes[1] - nodes[0]))
                            * 2
                            * Math.PI);
      }
    }

    /** How likely a customer is, and what this one is like, if of this kind. */
    void look(int customer) {
      double logDeterminant = 0;
      for (int row = 0; row < LEVELS; row++) {
        for (int column = 0; column <= row; column++) {
          double value = rest[row][column] + noise[customer][row][column];
          for (int k = 0; k < column; k++) {
            value -= factor[row][k] * factor[column][k];
          }
          factor[row][column] =
              row == column ? Math.sqrt(Math.max(value, 1e-6)) : value / factor[column][column];
        }
        logDeterminant += Math.log(factor[row][row]);
      }
      double constant = 0;
      double linear = 0;
      double quadratic = 0;
      for (int row = 0; row < LEVELS; row++) { // off the line: start + growth × (log rate − mean)
        double a = levels[customer][row] - mean[row + 1];
        double b = -slope[row];
        for (int k = 0; k < row; k++) {
          a -= factor[row][k] * start[k];
          b -= factor[row][k] * growth[k];
        }
        start[row] = a / factor[row][row];
        growth[row] = b / factor[row][row];
        constant += start[row] * start[row];
        linear += 2 * start[row] * growth[row];
        quadratic += growth[row] * growth[row];
        for (int column = 0; column < LEVELS; column++) {
          double value = rest[row][column];
          for (int k = 0; k < row; k++) {
            value -= factor[row][k] * solved[k][column];
          }
          solved[row][column] = value / factor[row][row];
        }
      }
      double[] likelihoods = logLikelihoods[customer];
      double[] terms = new double[NODES];
      double highest = Double.NEGATIVE_INFINITY;
      for (int node = 0; node < NODES; node++) {
        double x = nodes[node] - mean[0];
        terms[node] = logNodes[node] + likelihoods[node] - 0.5 * (x * (linear + quadratic * x));
        highest = Math.max(highest, terms[node]);
      }
      double weights = 0;
      double sumOf = 0;
      double squares = 0;
      for (int node = 0; node < NODES; node++) {
        if (terms[node] > highest - 30) {
          double share = Math.exp(terms[node] - highest);
          double x = nodes[node] - mean[0];
          weights += share;
          sumOf += share * x;
          squares += share * x * x;
        }
      }
      rate = sumOf / weights;
      rateVariance = Math.max(0, squares / weights - rate * rate);
      logLevels = -logDeterminant - 0.5 * constant;
      log = Math.log(Math.max(weight, 1e-12)) + logLevels + highest + Math.log(weights);
    }

    void add(double share) {
      double[] expected = new double[Persona.TRAITS];
      double[] perRate = new double[Persona.TRAITS];
      expected[0] = mean[0] + rate;
      perRate[0] = 1;
      for (int row = 0; row < LEVELS; row++) {
        double atMean = mean[row + 1];
        double perOne = slope[row];
        for (int k = 0; k < LEVELS; k++) {
          atMean += solved[k][row] * start[k];
          perOne += solved[k][row] * growth[k];
        }
        expected[row + 1] = atMean + perOne * rate;
        perRate[row + 1] = perOne;
      }
      sum += share;
      for (int row = 0; row < Persona.TRAITS; row++) {
        total[row] += share * expected[row];
        for (int column = 0; column <= row; column++) {
          double spread = perRate[row] * perRate[column] * rateVariance;
          if (column > 0) {
            spread += rest[row - 1][column - 1];
            for (int k = 0; k < LEVELS; k++) {
              spread -= solved[k][row - 1] * solved[k][column - 1];
            }
          }
          square[row][column] += share * (spread + expected[row] * expected[column]);
        }
      }
    }

    void improve(double customers) {
      weight = sum / customers;
      if (sum > 1) {
        for (int row = 0; row < Persona.TRAITS; row++) {
          mean[row] = total[row] / (row == 0 ? sum : sum + SHY_CUSTOMERS);
        }
        for (int row = 0; row < Persona.TRAITS; row++) {
          for (int column = 0; column <= row; column++) {
            double prior = row == column ? PRIOR[row] * PRIOR_CUSTOMERS : 0;
            double value =
                square[row][column]
                    - total[row] * mean[column]
                    - mean[row] * total[column]
                    + sum * mean[row] * mean[column];
            covariance[row][column] = (value + prior) / (sum + PRIOR_CUSTOMERS);
            covariance[column][row] = covariance[row][column];
          }
        }
      }
      sum = 0;
      Arrays.fill(total, 0);
      for (double[] row : square) {
        Arrays.fill(row, 0);
      }
      prepare();
    }

    Persona toPersona() {
      double[] triangle = new double[Persona.TRAITS * (Persona.TRAITS + 1) / 2];
      for (int row = 0; row < Persona.TRAITS; row++) {
        for (int column = 0; column <= row; column++) {
          triangle[Covariance.cell(row, column)] = covariance[row][column];
        }
      }
      return new Persona(
          Math.round(weight * 1e4) / 1e4, Figures.rounded(4, mean), Figures.rounded(4, triangle));
    }
  }
}
