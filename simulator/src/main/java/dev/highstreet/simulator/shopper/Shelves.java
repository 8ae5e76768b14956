package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Assortment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * The assortment of one month, on shelves by price: a shopper goes to a shelf, then takes what is
 * popular there. So what a shopper is after costs one exponential a shelf, however many products
 * there are. Immutable.
 */
final class Shelves {
  /** Shelves at most. Products on one differ little in price. */
  static final int MOST = 64;

  private final double[] weights;
  private final double[] logPrices;
  private final int[][] products;
  private final SharedStateDiscreteSampler[] choices;
  private final byte[] shelfOf;

  /**
   * The shelves of a month.
   *
   * @param usual log of the usual price, from which the shelves' prices are counted
   */
  Shelves(Assortment assortment, int month, double[] logPrice, double usual) {
    double[] popularity = new double[logPrice.length];
    for (int product = 0; product < popularity.length; product++) {
      popularity[product] = assortment.products().get(product).popularity().at(month);
    }
    int[] byPrice =
        IntStream.range(0, logPrice.length)
            .filter(product -> popularity[product] > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(logPrice[a], logPrice[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Arrays.stream(popularity).sum();
    double[] weights = new double[MOST];
    double[] logPrices = new double[MOST];
    int[][] products = new int[MOST][];
    int shelves = 0;
    double sum = 0;
    for (int from = 0; from < byPrice.length; shelves++) {
      int to = from;
      double weight = 0;
      double price = 0;
      double target = all * (shelves + 1) / MOST;
      boolean last = shelves == MOST - 1;
      while (to < byPrice.length && (to == from || last || sum < target)) {
        double share = popularity[byPrice[to]];
        weight += share;
        price += share * (logPrice[byPrice[to]] - usual);
        sum += share;
        to++;
      }
      weights[shelves] = weight / all;
      logPrices[shelves] = price / weight;
      products[shelves] = Arrays.copyOfRange(byPrice, from, to);
      from = to;
    }
    this.weights = Arrays.copyOf(weights, shelves);
    this.logPrices = Arrays.copyOf(logPrices, shelves);
    this.products = Arrays.copyOf(products, shelves);
    this.choices = new SharedStateDiscreteSampler[shelves];
    this.shelfOf = new byte[logPrice.length];
    Arrays.fill(shelfOf, (byte) -1);
    UniformRandomProvider any = RandomStream.of(0, "shelves", month);
    for (int shelf = 0; shelf < shelves; shelf++) {
      for (int product : this.products[shelf]) {
        shelfOf[product] = (byte) shelf;
      }
      choices[shelf] =
          AliasMethodDiscreteSampler.of(
              any, Arrays.stream(this.products[shelf]).mapToDouble(p -> popularity[p]).toArray());
    }
  }

  /** How many shelves there are. */
  int size() {
    return weights.length;
  }

  /**
   * How often each shelf is gone to, summed up, for somebody who weighs it by exp(tilt × x −
   * narrowing × x² ÷ 2).
   */
  void reach(double tilt, double narrowing, double[] sums) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int shelf = 0; shelf < weights.length; shelf++) {
      double x = logPrices[shelf];
      sums[shelf] = x * (tilt - narrowing * x / 2);
      highest = Math.max(highest, sums[shelf]);
    }
    double sum = 0;
    for (int shelf = 0; shelf < weights.length; shelf++) {
      sum += weights[shelf] * Math.exp(sums[shelf] - highest);
      sums[shelf] = sum;
    }
  }

  /** The shelf at a place between 0 and the last of the sums. */
  int shelf(double[] sums, double place) {
    int low = 0;
    int high = weights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The shelf that a product is on; -1 if it is not on offer. */
  int shelfOf(int product) {
    return shelfOf[product];
  }

  /** A product of a shelf. */
  int take(int shelf, UniformRandomProvider random) {
    int[] here = products[shelf];
    return here.length == 1
        ? here[0]
        : here[choices[shelf].withUniformRandomProvider(random).sample()];
  }
}
