package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.profile.Baskets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The scores of real orders. Those of quantity and of price are normal ranks among orders of about
 * the same size. They are seen through chance, the more so in small orders: a rank is taken for
 * seen × score + chance of variance 1 − seen², and orders are weighed by what can be seen in them.
 */
final class ScoreRanks {
  /** The orders' own part of the variance, roughly. */
  static final double OWN = 0.5;

  private final double[][] scores; // unbiased, with chance
  private final double[][] weights; // 1 ÷ (own part + chance)

  ScoreRanks(Past past, BasketsFit baskets) {
    int orders = past.orders().size();
    this.scores = new double[Baskets.SCORES][orders];
    this.weights = new double[Baskets.SCORES][orders];
    rankAll(past, baskets);
  }

  /** One score of every order, with chance. */
  double[] of(int score) {
    return scores[score];
  }

  /** How much can be seen of one score of an order. */
  double weight(int score, int order) {
    return weights[score][order];
  }

  private void rankAll(Past past, BasketsFit baskets) {
    int orders = past.orders().size();
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
}
