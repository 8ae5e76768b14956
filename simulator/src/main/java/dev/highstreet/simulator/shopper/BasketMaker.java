package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.Baskets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Fills baskets: which products, how many of each, at what discount. Immutable. */
public final class BasketMaker {
  private static final int TRIES = 12;
  private static final int MEMORIES = 4;
  private static final int NEAR = 2;

  private final Sizes sizes;
  private final Goods goods;
  private final Shelves[] shelves;
  private final double again;
  private final double usual;

  /** Baskets as a profile describes them, of its products. */
  public BasketMaker(Baskets baskets, Assortment assortment) {
    this.goods = new Goods(assortment);
    this.sizes = new Sizes(baskets);
    this.again = baskets.again();
    this.usual = usual(assortment, goods);
    this.shelves = new Shelves[assortment.months()];
    for (int month = 0; month < shelves.length; month++) {
      shelves[month] = new Shelves(assortment, month, goods.logPrices(month), usual);
    }
  }

  /** The mean log of a list price, by popularity. */
  private static double usual(Assortment assortment, Goods goods) {
    double sum = 0;
    double weights = 0;
    for (int product = 0; product < goods.size(); product++) {
      for (int month = 0; month < assortment.months(); month++) {
        double weight = assortment.products().get(product).popularity().at(month);
        sum += weight * goods.logPrices(month)[product];
        weights += weight;
      }
    }
    return sum / weights;
  }

  /**
   * Fills a basket.
   *
   * @param month of the assortment, from 0
   * @param lines how many lines are wanted; there may be fewer if there are too few products
   * @param quantity score of quantity
   * @param price score of price
   * @param bought products that the customer has bought before; the first {@code memories} count
   */
  public Basket fill(
      int month,
      int lines,
      double quantity,
      double price,
      int[] bought,
      int memories,
      UniformRandomProvider random) {
    Sizes.Size size = sizes.of(lines);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] scores = {quantity, price, normal.sample(), normal.sample(), normal.sample()};
    double tilt = size.tilt().at(size.score(1, scores));
    double narrowing = size.narrowing().at(size.score(2, scores));
    int[] products = pick(month, lines, tilt, narrowing, bought, memories, random);
    double level = size.level().at(quantity);
    double noise = size.noise().at(size.score(3, scores));
    double slope = size.slope().at(size.score(4, scores));
    double[] logPrices = goods.logPrices(month);
    double mean = 0;
    for (int product : products) {
      mean += logPrices[product];
    }
    mean /= products.length;
    int[] units = new int[products.length];
    long[] discounts = new long[products.length];
    double[] paid = new double[products.length];
    long[] list = goods.prices(month);
    for (int line = 0; line < products.length; line++) {
      int product = products[line];
      double score = level + slope * (logPrices[product] - mean) + noise * normal.sample();
      units[line] = goods.units(product, score, random);
      discounts[line] = goods.discount(product, month, units[line], random);
      paid[line] = (list[product] - discounts[line]) / 1e6;
    }
    size.wish().fulfil(units, paid, random);
    for (int line = 0; line < products.length; line++) {
      discounts[line] *= units[line];
    }
    return new Basket(products, units, discounts);
  }

  private int[] pick(
      int month,
      int lines,
      double tilt,
      double narrowing,
      int[] bought,
      int memories,
      UniformRandomProvider random) {
    Shelves here = shelves[month];
    double[] sums = new double[here.size()];
    here.reach(tilt, narrowing, sums);
    double all = sums[sums.length - 1];
    Picked picked = new Picked(lines);
    for (int line = 0; line < lines; line++) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        int shelf = here.shelf(sums, random.nextDouble() * all);
        int product = -1;
        if (memories > 0 && attempt < TRIES / 2 && random.nextDouble() < again) {
          product = remember(here, shelf, bought, memories, random);
        }
        if (picked.add(product < 0 ? here.take(shelf, random) : product)) {
          break;
        }
      }
    }
    return picked.products();
  }

  /**
   * Something bought before that is about as dear as what is looked for; -1 if none comes to mind.
   */
  private static int remember(
      Shelves here, int shelf, int[] bought, int memories, UniformRandomProvider random) {
    for (int memory = 0; memory < MEMORIES; memory++) {
      int product = bought[random.nextInt(memories)];
      int at = here.shelfOf(product);
      if (at >= 0 && Math.abs(at - shelf) <= NEAR) {
        return product;
      }
    }
    return -1;
  }

  /** What one unit of a product is listed at in a month, in micros. */
  public long listPriceMicros(int month, int product) {
    return goods.prices(month)[product];
  }
}
