package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.PriceBreak;
import dev.highstreet.simulator.profile.Product;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** What is known of each product, laid out for speed. Immutable. */
final class Goods {
  /** Beyond its table, how fast the log of a line's units grows with the score. */
  private static final double GROWTH = 0.6;

  private static final double MOST_UNITS = 100_000;
  private static final long PENNY = 10_000;

  private final long[][] prices;
  private final double[][] logPrices;
  private final int[][] quantities;
  private final int[][] breakFrom;
  private final double[][][] ratios;

  Goods(Assortment assortment) {
    List<Product> products = assortment.products();
    int size = products.size();
    prices = new long[assortment.months()][size];
    logPrices = new double[assortment.months()][size];
    quantities = new int[size][];
    breakFrom = new int[size][];
    ratios = new double[size][][];
    for (int number = 0; number < size; number++) {
      Product product = products.get(number);
      int step = 0;
      for (int month = 0; month < assortment.months(); month++) {
        while (step + 1 < product.priceMonths().size()
            && product.priceMonths().at(step + 1) <= month) {
          step++;
        }
        prices[month][number] = product.priceMicros().at(step);
        logPrices[month][number] = Math.log(product.priceMicros().at(step) / 1e6);
      }
      quantities[number] = new int[product.quantities().size()];
      for (int i = 0; i < quantities[number].length; i++) {
        quantities[number][i] = Math.toIntExact(product.quantities().at(i));
      }
      breakFrom[number] = product.breaks().stream().mapToInt(PriceBreak::from).toArray();
      ratios[number] =
          product.breaks().stream()
              .map(PriceBreak::ratios)
              .map(Figures::toArray)
              .toArray(double[][]::new);
    }
  }

  int size() {
    return quantities.length;
  }

  /** List prices of a month, in micros. */
  long[] prices(int month) {
    return prices[month];
  }

  /** The logs of list prices of a month, in units of the currency. */
  double[] logPrices(int month) {
    return logPrices[month];
  }

  /** The units of a line, at a score. Between two figures chance decides: packs stay whole. */
  int units(int product, double score, UniformRandomProvider random) {
    int[] table = quantities[product];
    int last = table.length - 1;
    double place = (score / -Baskets.LEAST_SCORE + 1) / 2 * last;
    if (!(place > 0)) {
      return table[0];
    }
    if (place >= last) {
      double grown = table[last] * Math.exp(GROWTH * (score + Baskets.LEAST_SCORE));
      return (int) Math.min(grown, Math.max(MOST_UNITS, table[last]));
    }
    int below = (int) place;
    if (table[below] == table[below + 1]) {
      return table[below];
    }
    return random.nextDouble() < place - below ? table[below + 1] : table[below];
  }

  /** What is taken off the list price of one unit in a line of so many, in micros. */
  long discount(int product, int month, int units, UniformRandomProvider random) {
    int[] from = breakFrom[product];
    int at = from.length - 1;
    while (from[at] > units) {
      at--;
    }
    double[] ratio = ratios[product][at];
    double drawn = ratio.length == 1 ? ratio[0] : ratio[random.nextInt(ratio.length)];
    if (drawn == 1) {
      return 0;
    }
    long list = prices[month][product];
    long paid = Math.max(1, Math.round(list * drawn));
    if (list % PENNY == 0 && paid > PENNY) {
      paid = (paid + PENNY / 2) / PENNY * PENNY;
    }
    return Math.max(0, list - paid);
  }
}
