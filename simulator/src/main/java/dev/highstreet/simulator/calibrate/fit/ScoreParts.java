package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * What the scores of real orders consist of: the customer's own part, what hour, weekday, month and
 * being a further order add, and the rest.
 */
final class ScoreParts {
  /** The customers' part of the variance, roughly. */
  static final double CUSTOMERS = 0.45;

  private static final int SWEEPS = 8;
  private static final double SHY = 15; // a shift is believed when it is seen in more orders

  private final Past past;
  private final ScoreRanks ranks;
  private final int[] customerOf;
  private final double[][] left = new double[Baskets.SCORES][];
  private final double[][] hours = new double[Baskets.SCORES][24];
  private final double[][] weekdays = new double[Baskets.SCORES][7];
  private final double[][] months = new double[Baskets.SCORES][12];
  private final double[] further = new double[Baskets.SCORES];
  private final double[][] customers;

  ScoreParts(Past past, ScoreRanks ranks) {
    this.past = past;
    this.ranks = ranks;
    this.customerOf = new int[past.orders().size()];
    this.customers = new double[Baskets.SCORES][past.customers().size()];
    int order = 0;
    for (int customer = 0; customer < past.customers().size(); customer++) {
      for (int i = 0; i < past.customers().get(customer).size(); i++) {
        customerOf[order++] = customer;
      }
    }
    for (int score = 0; score < Baskets.SCORES; score++) {
      part(score);
    }
  }

  /** The customer of each order, customer by customer. */
  int[] customerOf() {
    return customerOf;
  }

  /** Parts one score by backfitting. */
  private void part(int score) {
    List<Past.Order> orders = past.orders();
    left[score] = ranks.of(score).clone();
    int[] hour = orders.stream().mapToInt(order -> order.time().getHour()).toArray();
    int[] weekday =
        orders.stream().mapToInt(order -> order.time().getDayOfWeek().getValue() - 1).toArray();
    int[] month = orders.stream().mapToInt(order -> order.time().getMonthValue() - 1).toArray();
    int[] isFurther = orders.stream().mapToInt(order -> order.isFurther() ? 1 : 0).toArray();
    double[] furtherOrNot = new double[2];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      adjust(score, customerOf, customers[score], 1 / CUSTOMERS);
      adjust(score, hour, hours[score], SHY);
      adjust(score, weekday, weekdays[score], SHY);
      adjust(score, month, months[score], SHY);
      adjust(score, isFurther, furtherOrNot, SHY);
    }
    further[score] = furtherOrNot[1] - furtherOrNot[0];
    for (int i = 0; i < 24; i++) {
      hours[score][i] += furtherOrNot[0];
    }
  }

  private void adjust(int score, int[] group, double[] effects, double shy) {
    double[] sums = new double[effects.length];
    double[] counts = new double[effects.length];
    double[] rest = left[score];
    for (int i = 0; i < rest.length; i++) {
      sums[group[i]] += ranks.weight(score, i) * (rest[i] + effects[group[i]]);
      counts[group[i]] += ranks.weight(score, i);
    }
    double[] before = effects.clone();
    for (int g = 0; g < effects.length; g++) {
      effects[g] = sums[g] / (counts[g] + shy);
    }
    for (int i = 0; i < rest.length; i++) {
      rest[i] += before[group[i]] - effects[group[i]];
    }
  }

  /** An order's score less what its time adds: the customer's part, its own, and chance. */
  double untimed(int score, int order) {
    return left[score][order] + customers[score][customerOf[order]];
  }

  /** What its time adds to each order: by order, then score. */
  double[][] times() {
    double[][] times = new double[customerOf.length][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        times[order][score] = ranks.of(score)[order] - untimed(score, order);
      }
    }
    return times;
  }

  /** The covariance of what the time of orders adds: lower triangle. */
  double[] timeCovariance() {
    double[] covariance = new double[6];
    double[] means = new double[Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      double[] shift = new double[Baskets.SCORES];
      for (int score = 0; score < Baskets.SCORES; score++) {
        shift[score] = ranks.of(score)[order] - untimed(score, order);
        means[score] += shift[score] / customerOf.length;
      }
      for (int row = 0; row < Baskets.SCORES; row++) {
        for (int column = 0; column <= row; column++) {
          covariance[Covariance.cell(row, column)] += shift[row] * shift[column];
        }
      }
    }
    for (int row = 0; row < Baskets.SCORES; row++) {
      for (int column = 0; column <= row; column++) {
        int cell = Covariance.cell(row, column);
        covariance[cell] = covariance[cell] / customerOf.length - means[row] * means[column];
      }
    }
    return covariance;
  }

  /** What each hour of the day adds to each score. */
  List<Figures> hours() {
    return rows(hours);
  }

  /** What each weekday adds to each score. */
  List<Figures> weekdays() {
    return rows(weekdays);
  }

  /** What each month adds to each score. */
  List<Figures> months() {
    return rows(months);
  }

  /** What being a further order of a visit adds to each score. */
  Figures further() {
    return Figures.rounded(4, Arrays.stream(further).map(ScoreParts::bounded).toArray());
  }

  private static double bounded(double effect) {
    return Math.max(-5, Math.min(5, effect));
  }

  private static List<Figures> rows(double[][] effects) {
    return Arrays.stream(effects)
        .map(row -> Figures.rounded(4, Arrays.stream(row).map(ScoreParts::bounded).toArray()))
        .toList();
  }
}
