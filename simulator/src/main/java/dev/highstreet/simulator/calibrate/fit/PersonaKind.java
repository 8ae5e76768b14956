package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Persona;
import java.util.Arrays;

/** One kind of customers: a normal of the mixture, and what a round adds up for it. */
final class PersonaKind {
  private static final int LEVELS = Baskets.SCORES;
  private static final double PRIOR_CUSTOMERS = 8;
  private static final double SHY_CUSTOMERS =
      30; // kinds differ in level only if so many customers say so
  private static final double[] PRIOR = {0.2, 0.2, 0.2, 0.2};

  /**
   * What is known of the customers, whatever their kind.
   *
   * @param nodes log rates that are tried
   * @param logLikelihoods of the visits of each customer at each of these
   * @param levels of each customer
   * @param noise through which these are seen; a full matrix each
   */
  @SuppressWarnings("ArrayRecordComponent") // read often, compared never
  record Evidence(
      double[] nodes, double[][] logLikelihoods, double[][] levels, double[][][] noise) {}

  private final double[] nodes;
  private final Evidence evidence;
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
  private final double[] logNodes;

  PersonaKind(Evidence evidence, double weight, double rate, double variance) {
    this.evidence = evidence;
    this.nodes = evidence.nodes();
    this.logNodes = new double[nodes.length];
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
    for (int node = 0; node < nodes.length; node++) {
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
        double value = rest[row][column] + evidence.noise()[customer][row][column];
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
      double a = evidence.levels()[customer][row] - mean[row + 1];
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
    double[] likelihoods = evidence.logLikelihoods()[customer];
    double[] terms = new double[nodes.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int node = 0; node < nodes.length; node++) {
      double x = nodes[node] - mean[0];
      terms[node] = logNodes[node] + likelihoods[node] - 0.5 * (x * (linear + quadratic * x));
      highest = Math.max(highest, terms[node]);
    }
    double weights = 0;
    double sumOf = 0;
    double squares = 0;
    for (int node = 0; node < nodes.length; node++) {
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

  double weight() {
    return weight;
  }

  /** How likely the customer looked at last is, if of this kind; the logarithm. */
  double log() {
    return log;
  }

  /** How likely the levels of that customer are; the logarithm. */
  double logLevels() {
    return logLevels;
  }

  /** Adds a share of that customer. */
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

  /** Becomes what was added in a round. */
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
