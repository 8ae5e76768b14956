package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Persona;
import java.util.Arrays;
import java.util.List;

/**
 * Kinds of customers: a mixture of normals over log rate and the three levels, and those who buy
 * once. Levels are seen through noise of each customer's own (extreme deconvolution: Bovy, Hogg,
 * Roweis 2011), the rate through the likelihood of the visits, on a grid.
 */
final class PersonasFit {
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

  private final VisitTimes times;
  private final double[] weights;
  private double sumOfWeights;
  private final PersonaKind[] kinds;
  private double onceShare;

  PersonasFit(
      VisitTimes times,
      VisitLikelihood likelihood,
      VisitLikelihood.Parameters rates,
      double[][] levels,
      double[][][] noise,
      int kinds) {
    this.times = times;
    this.onceShare = rates.onceShare();
    this.weights = new double[times.customers];
    for (int customer = 0; customer < times.customers; customer++) {
      double watched = times.between[customer] + times.after[customer];
      weights[customer] = Math.max(LEAST_WEIGHT, Math.min(1, watched / WATCHED));
      sumOfWeights += weights[customer];
    }
    double[] nodes = new double[NODES];
    for (int node = 0; node < NODES; node++) {
      nodes[node] =
          rates.mean() + rates.deviation() * (-BELOW + (BELOW + ABOVE) * node / (NODES - 1));
    }
    double[][] logLikelihoods = new double[times.customers][NODES];
    for (int customer = 0; customer < times.customers; customer++) {
      double shift = rates.shift(times.firstDay[customer]);
      for (int node = 0; node < NODES; node++) {
        logLikelihoods[customer][node] =
            likelihood.log(customer, nodes[node] + shift, rates.leaveShare());
      }
    }
    PersonaKind.Evidence evidence = new PersonaKind.Evidence(nodes, logLikelihoods, levels, noise);
    this.kinds = new PersonaKind[kinds];
    for (int kind = 0; kind < kinds; kind++) {
      double place = kinds == 1 ? 0 : kind == 0 ? 2.7 : Normal.score((kind - 0.5) / (kinds - 1));
      double own = rates.deviation() * (kinds == 1 ? 1 : 0.7);
      this.kinds[kind] =
          new PersonaKind(
              evidence,
              (1 - onceShare) / kinds,
              rates.mean() + rates.deviation() * place,
              own * own);
    }
  }

  void fit() {
    for (int round = 0; round < ROUNDS; round++) {
      double once = 0;
      for (int customer = 0; customer < times.customers; customer++) {
        once += share(customer);
      }
      onceShare = once / sumOfWeights;
      for (PersonaKind kind : kinds) {
        kind.improve(sumOfWeights);
      }
    }
  }

  /** Adds a customer to the kinds, and returns the chance that this one buys once. */
  private double share(int customer) {
    double highest = Double.NEGATIVE_INFINITY;
    double level = 0;
    for (PersonaKind kind : kinds) {
      kind.look(customer);
      highest = Math.max(highest, kind.log());
      level += kind.weight() * Math.exp(Math.max(-50, kind.logLevels())) / (1 - onceShare);
    }
    double once =
        times.gaps[customer] > 0
            ? Double.NEGATIVE_INFINITY
            : Math.log(Math.max(onceShare, 1e-9) * level); // levels as of those who come back
    highest = Math.max(highest, once);
    double all = Math.exp(once - highest);
    for (PersonaKind kind : kinds) {
      all += Math.exp(kind.log() - highest);
    }
    for (PersonaKind kind : kinds) {
      kind.add(weights[customer] * Math.exp(kind.log() - highest) / all);
    }
    return weights[customer] * Math.exp(once - highest) / all;
  }

  double onceShare() {
    return onceShare;
  }

  List<Persona> personas() {
    return Arrays.stream(kinds).map(PersonaKind::toPersona).toList();
  }
}
