package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Covariance;
import dev.highstreet.simulator.profile.Figures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of real orders, and what they consist of: the customer's own part, what hour, weekday,
 * month and being a further order add, and the rest. Scores of quantity and of price are normal
 * ranks among orders of about the same size. They are seen through chance, the more so in small
 * orders: a rank is taken for seen × score + chance of variance 1 − seen², and orders are weighed
 * by what can be seen in them.
 */
final class ScoresFit {
  private static final int SWEEPS = 8;
  private static final double SHY = 15; // a shift is believed when it is seen in more orders
  private static final double CUSTOMERS = 0.45; // the customers' part of the variance, roughly
  private static final double OWN = 0.5; // the orders' own part, roughly

  private final Past past;
  private final int[] customerOf;
  private final double[][] scores; // unbiased, with chance
  private final double[][] weights; // 1 ÷ (own part + chance)
  private final double[][] left = new double[Baskets.SCORES][];
  private final double[][] hours = new double[Baskets.SCORES][24];
  private final double[][] weekdays = new double[Baskets.SCORES][7];
  private final double[][] months = new double[Baskets.SCORES][12];
  private final double[] further = new double[Baskets.SCORES];
  private final double[][] customers;

  ScoresFit(Past past, BasketsFit baskets) {
    this.past = past;
    int orders = past.orders().size();
    this.customerOf = new int[orders];
    this.customers = new double[Baskets.SCORES][past.customers().size()];
    this.scores = new double[Baskets.SCORES][orders];
    this.weights = new double[Baskets.SCORES][orders];
    int order = 0;
    for (int customer = 0; customer < past.customers().size(); customer++) {
      for (int i = 0; i < past.customers().get(customer).size(); i++) {
        customerOf[order++] = customer;
      }
    }
    rankAll(baskets);
    for (int score = 0; score < Baskets.SCORES; score++) {
      part(score);
    }
  }

  private void rankAll(BasketsFit baskets) {
    int orders = customerOf.length;
    OrderShape[] shapes = new OrderShape[orders];
    for (int i = 0; i < orders; i++) {
      PastOrder order = past.orders().get(i).order();
      shapes[i] = OrderShape.of(order.quantities(), order.pricesMicros());
    }
    int[] all = IntStream.range(0, orders).toArray();
    rank(scores[0], all, i -> past.orders().get(i).order().lines());
    Arrays.fill(weights[0], 1 / OWN);
    for (int size = 0; size < baskets.sizes().size(); size++) {
      int s = size;
      int[] here = IntStream.range(0, orders).filter(i -> baskets.sizeOf(i) == s).toArray();
      rank(scores[1], here, i -> shapes[i].units());
      rank(scores[2], here, i -> shapes[i].price());
      leaveOut(scores[2], scores[1], here);
      for (int score = 1; score < Baskets.SCORES; score++) {
        double seen = Math.max(0.2, baskets.seen(size, score - 1));
        double chance = (1 - seen * seen) / (seen * seen);
        for (int i : here) {
          scores[score][i] /= seen;
          weights[score][i] = 1 / (OWN + chance);
        }
      }
    }
  }

  /** Takes out of the scores of price what goes with those of quantity: the tables see to that. */
  static void leaveOut(double[] price, double[] quantity, int[] orders) {
    double slope =
        Correlation.of(
            Arrays.stream(orders).mapToDouble(i -> quantity[i]).toArray(),
            Arrays.stream(orders).mapToDouble(i -> price[i]).toArray());
    double[] rest = price.clone();
    for (int order : orders) {
      rest[order] -= slope * quantity[order];
    }
    rank(price, orders, i -> rest[i]);
  }

  /** What is ranked. */
  interface Value {
    double of(int order);
  }

  /** Normal scores of ranks; those alike get the rank in their middle. */
  static void rank(double[] scores, int[] orders, Value value) {
    Integer[] sorted = Arrays.stream(orders).boxed().toArray(Integer[]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(value::of));
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && value.of(sorted[to]) == value.of(sorted[from])) {
        to++;
      }
      double score = Normal.score((from + to) / 2.0 / sorted.length);
      for (int i = from; i < to; i++) {
        scores[sorted[i]] = score;
      }
      from = to;
    }
  }

  /** Parts one score by backfitting. */
  private void part(int score) {
    List<Past.Order> orders = past.orders();
    left[score] = scores[score].clone();
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
      sums[group[i]] += weights[score][i] * (rest[i] + effects[group[i]]);
      counts[group[i]] += weights[score][i];
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
  private double untimed(int score, int order) {
    return left[score][order] + customers[score][customerOf[order]];
  }

  /**
   * What customers' orders differ by on average, weighed by what can be seen; by customer, then
   * score.
   */
  double[][] customerMeans() {
    double[][] means = new double[past.customers().size()][Baskets.SCORES];
    double[][] counts = new double[past.customers().size()][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        means[customerOf[order]][score] += weights[score][order] * untimed(score, order);
        counts[customerOf[order]][score] += weights[score][order];
      }
    }
    for (int customer = 0; customer < means.length; customer++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        means[customer][score] /= counts[customer][score];
      }
    }
    return means;
  }

  /**
   * The covariance of customers' parts over orders, lower triangle: the mean product of two
   * different orders of one customer, which no chance is common to.
   */
  double[] customerCovariance() {
    double[] covariance = new double[6];
    double[] totals = new double[6];
    int from = 0;
    while (from < customerOf.length) {
      int to = from;
      while (to < customerOf.length && customerOf[to] == customerOf[from]) {
        to++;
      }
      for (int row = 0; row < Baskets.SCORES && to - from > 1; row++) {
        for (int column = 0; column <= row; column++) {
          double products = 0;
          double rows = 0;
          double columns = 0;
          double weightsOfBoth = 0;
          double rowWeights = 0;
          double columnWeights = 0;
          for (int order = from; order < to; order++) {
            double x = weights[row][order] * untimed(row, order);
            double y = weights[column][order] * untimed(column, order);
            products += x * y;
            rows += x;
            columns += y;
            weightsOfBoth += weights[row][order] * weights[column][order];
            rowWeights += weights[row][order];
            columnWeights += weights[column][order];
          }
          double pairs = rowWeights * columnWeights - weightsOfBoth;
          double weight = Math.sqrt(rowWeights * columnWeights) / pairs; // as many as it has orders
          int cell = Covariance.cell(row, column);
          covariance[cell] += weight * (rows * columns - products);
          totals[cell] += weight * pairs;
        }
      }
      from = to;
    }
    for (int cell = 0; cell < covariance.length; cell++) {
      covariance[cell] = totals[cell] > 0 ? covariance[cell] / totals[cell] : 0;
    }
    return covariance;
  }

  /**
   * How the log of the deviation of orders' own parts grows with their customer's log rate:
   * log-linear least squares on the squares of what orders differ by from their customer's mean.
   */
  double[] spreadByRate(double[] logRates, double[] orderCovariance) {
    double[][] means = customerMeans();
    int[] counts = new int[means.length];
    for (int customer : customerOf) {
      counts[customer]++;
    }
    double[] spread = new double[Baskets.SCORES];
    for (int score = 0; score < Baskets.SCORES; score++) {
      double own = orderCovariance[Covariance.cell(score, score)];
      double[] log = {Math.log(own), 0}; // variance = exp(log[0] + log[1] × rate)
      double mean = 0;
      for (int customer : customerOf) {
        mean += logRates[customer] / customerOf.length;
      }
      for (int step = 0; step < 12; step++) {
        double[] gradient = {0, -4 * log[1]};
        double[] curvature = {1e-6, 0, 4};
        for (int order = 0; order < customerOf.length; order++) {
          int customer = customerOf[order];
          if (counts[customer] > 1) {
            double rate = logRates[customer] - mean;
            double chance = 1 / weights[score][order] - OWN;
            double variance = Math.exp(log[0] + log[1] * rate);
            double off = untimed(score, order) - means[customer][score];
            double square = off * off * counts[customer] / (counts[customer] - 1.0);
            double relative = variance / (variance + chance);
            double miss = relative * (square / (variance + chance) - 1);
            miss = Math.min(miss, 8); // a few wild orders are not to decide
            gradient[0] += miss;
            gradient[1] += miss * rate;
            curvature[0] += relative * relative;
            curvature[1] += relative * relative * rate;
            curvature[2] += relative * relative * rate * rate;
          }
        }
        double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
        double a = (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant;
        double b = (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant;
        log[0] += Math.max(-0.5, Math.min(0.5, a));
        log[1] += Math.max(-0.2, Math.min(0.2, b));
      }
      spread[score] = Math.max(-0.5, Math.min(0.5, log[1] / 2));
    }
    return spread;
  }

  /**
   * How much the levels of customers who were seen first at the very beginning differ from others'
   * of the same rate: least squares on log rate and exp(−first day ÷ days).
   */
  double[] openingLevels(double[] logRates, double[] early, double[][][] noise) {
    double[][] means = customerMeans();
    double[] levels = new double[Baskets.SCORES];
    for (int score = 0; score < Baskets.SCORES; score++) {
      double[][] products = new double[3][4];
      for (int customer = 0; customer < means.length; customer++) {
        double weight = 1 / (CUSTOMERS + noise[customer][score][score]);
        double[] row = {1, logRates[customer], early[customer], means[customer][score]};
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 4; j++) {
            products[i][j] += weight * row[i] * row[j];
          }
        }
      }
      products[2][2] += 20; // no more than the data say
      products[1][1] += 1e-9;
      for (int i = 0; i < 3; i++) { // Gauss
        for (int k = i + 1; k < 3; k++) {
          double ratio = products[i][i] == 0 ? 0 : products[k][i] / products[i][i];
          for (int j = i; j < 4; j++) {
            products[k][j] -= ratio * products[i][j];
          }
        }
      }
      levels[score] = products[2][2] == 0 ? 0 : products[2][3] / products[2][2];
    }
    return levels;
  }

  /**
   * The noise in each customer's means, by the covariance of orders' own parts; a full matrix each.
   *
   * @param spread by how much the deviations of own parts differ, by customer, then score
   */
  double[][][] noise(double[] orderCovariance, double[][] spread) {
    double[][][] noise = new double[past.customers().size()][Baskets.SCORES][Baskets.SCORES];
    double[][] sums = new double[past.customers().size()][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int row = 0; row < Baskets.SCORES; row++) {
        double weight = weights[row][order];
        sums[customerOf[order]][row] += weight;
        for (int column = 0; column < Baskets.SCORES; column++) {
          int cell = Covariance.cell(Math.max(row, column), Math.min(row, column));
          double[] by = spread[customerOf[order]];
          double own =
              orderCovariance[cell] * by[row] * by[column] + (row == column ? 1 / weight - OWN : 0);
          noise[customerOf[order]][row][column] += weight * weights[column][order] * own;
        }
      }
    }
    for (int customer = 0; customer < noise.length; customer++) {
      for (int row = 0; row < Baskets.SCORES; row++) {
        for (int column = 0; column < Baskets.SCORES; column++) {
          noise[customer][row][column] /= sums[customer][row] * sums[customer][column];
        }
      }
    }
    return noise;
  }

  /** What its time adds to each order: by order, then score. */
  double[][] times() {
    double[][] times = new double[customerOf.length][Baskets.SCORES];
    for (int order = 0; order < customerOf.length; order++) {
      for (int score = 0; score < Baskets.SCORES; score++) {
        times[order][score] = scores[score][order] - untimed(score, order);
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
        shift[score] = scores[score][order] - untimed(score, order);
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
    return Figures.rounded(4, Arrays.stream(further).map(ScoresFit::bounded).toArray());
  }

  private static double bounded(double effect) {
    return Math.max(-5, Math.min(5, effect));
  }

  private static List<Figures> rows(double[][] effects) {
    return Arrays.stream(effects)
        .map(row -> Figures.rounded(4, Arrays.stream(row).map(ScoresFit::bounded).toArray()))
        .toList();
  }
}
