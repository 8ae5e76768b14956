package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.BasketSize;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Product;
import dev.highstreet.simulator.shopper.Basket;
import dev.highstreet.simulator.shopper.BasketMaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How products, quantities and prices of an order hang together: baskets are simulated as the
 * shopper's own code makes them, compared with the real ones of their size, and the tables moved
 * until they look alike.
 */
final class BasketsFit {
  private static final int SIZES = 24;
  private static final int ROUNDS = 10;
  private static final int PLAIN_ROUNDS = 5;
  private static final int FEWEST = 40;
  private static final int SIMULATED_LINES = 16_000;
  private static final int PRICE_BINS = 48;

  private final List<PastOrder> orders;
  private final int[] months;
  private final List<SizeFit> sizes = new ArrayList<>();
  private Assortment assortment;
  private final int[] sizeOf;
  private List<Simulated> last = List.of();

  BasketsFit(List<PastOrder> orders, int[] months, Assortment assortment) {
    this.orders = orders;
    this.months = months;
    this.assortment = assortment;
    this.sizeOf = new int[orders.size()];
    split();
  }

  /** Parts orders by lines into sizes of about as many orders each. */
  private void split() {
    int[] byLines = orders.stream().mapToInt(PastOrder::lines).sorted().toArray();
    int fewest = Math.max(FEWEST, byLines.length / SIZES);
    List<Integer> bounds = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= byLines.length; i++) {
      boolean isEdge = i == byLines.length || byLines[i] > byLines[i - 1];
      if (isEdge && i - from >= fewest && byLines.length - i >= fewest) {
        bounds.add(byLines[i - 1]);
        from = i;
      }
    }
    bounds.add(
        Math.max(
            byLines[byLines.length - 1], bounds.isEmpty() ? 1 : bounds.get(bounds.size() - 1) + 1));
    List<List<OrderShape>> shapes = new ArrayList<>();
    bounds.forEach(bound -> shapes.add(new ArrayList<>()));
    for (int i = 0; i < sizeOf.length; i++) {
      PastOrder order = orders.get(i);
      int size = Collections.binarySearch(bounds, order.lines());
      sizeOf[i] = size < 0 ? -size - 1 : size;
      shapes.get(sizeOf[i]).add(OrderShape.of(order.quantities(), order.pricesMicros()));
    }
    for (int size = 0; size < bounds.size(); size++) {
      sizes.add(new SizeFit(bounds.get(size), shapes.get(size)));
    }
  }

  void fit() {
    Bins bins = new Bins();
    for (int round = 0; round < ROUNDS; round++) {
      BasketMaker maker = new BasketMaker(toBaskets(), assortment);
      int seed = round;
      List<Simulated> simulated =
          IntStream.range(0, sizes.size())
              .parallel()
              .mapToObj(size -> simulate(maker, size, seed, bins))
              .toList();
      double gain = round < 4 ? 0.9 : 0.6;
      last = simulated;
      for (int size = 0; size < sizes.size(); size++) {
        sizes.get(size).improve(simulated.get(size).shapes(), gain);
        if (round == PLAIN_ROUNDS) {
          sizes.get(size).wish(simulated.get(size).shapes());
        }
      }
      assortment = bins.rebalance(assortment, simulated);
    }
  }

  private record Simulated(List<OrderShape> shapes, double[] lines, double[][] scores) {}

  private Simulated simulate(BasketMaker maker, int size, int round, Bins bins) {
    int[] here = IntStream.range(0, sizeOf.length).filter(i -> sizeOf[i] == size).toArray();
    double lines = Arrays.stream(here).mapToDouble(i -> orders.get(i).lines()).average().orElse(1);
    int wanted = (int) Math.max(400, Math.min(3000, SIMULATED_LINES / lines));
    List<OrderShape> shapes = new ArrayList<>(wanted);
    double[] binned = new double[PRICE_BINS];
    double[][] scores = new double[2][wanted];
    for (int i = 0; i < wanted; i++) {
      RandomStream random = RandomStream.of(size, "fit", i + 100_000L * (round % 3));
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      int like = here[random.nextInt(here.length)];
      scores[0][i] = normal.sample();
      scores[1][i] = normal.sample();
      Basket basket =
          maker.fill(
              months[like],
              orders.get(like).lines(),
              scores[0][i],
              scores[1][i],
              new int[0],
              0,
              random);
      long[] paid = new long[basket.products().length];
      double weight = (double) here.length / wanted;
      for (int line = 0; line < paid.length; line++) {
        int product = basket.products()[line];
        paid[line] =
            maker.listPriceMicros(months[like], product)
                - basket.discountsMicros()[line] / basket.quantities()[line];
        binned[bins.bin(product)] += weight;
      }
      shapes.add(OrderShape.of(basket.quantities(), paid));
    }
    return new Simulated(shapes, binned, scores);
  }

  /**
   * Products by list price in bins: as many lines of each are to be simulated as there really are.
   */
  private final class Bins {
    private final int[] binOf;
    private final double[] real = new double[PRICE_BINS];

    Bins() {
      List<Product> products = assortment.products();
      double[] lines = new double[products.size()];
      double all = 0;
      for (PastOrder order : orders) {
        for (int product : order.products()) {
          lines[product]++;
          all++;
        }
      }
      Integer[] byPrice = new Integer[lines.length];
      Arrays.setAll(byPrice, i -> i);
      Arrays.sort(byPrice, (a, b) -> Long.compare(price(products, a), price(products, b)));
      binOf = new int[lines.length];
      double seen = 0;
      for (int product : byPrice) {
        binOf[product] = (int) Math.min(PRICE_BINS - 1, seen * PRICE_BINS / all);
        real[binOf[product]] += lines[product];
        seen += lines[product];
      }
    }

    private static long price(List<Product> products, int product) {
      Product known = products.get(product);
      return known.priceMicros().at(known.priceMicros().size() / 2);
    }

    int bin(int product) {
      return binOf[product];
    }

    Assortment rebalance(Assortment before, List<Simulated> simulated) {
      double[] factors = new double[PRICE_BINS];
      double allReal = Arrays.stream(real).sum();
      double allSimulated = simulated.stream().flatMapToDouble(s -> Arrays.stream(s.lines())).sum();
      for (int bin = 0; bin < PRICE_BINS; bin++) {
        double lines = 0;
        for (Simulated size : simulated) {
          lines += size.lines()[bin];
        }
        factors[bin] = Math.pow(((real[bin] + 10) / allReal) / ((lines + 10) / allSimulated), 0.6);
      }
      return withPopularity(
          before,
          number -> {
            double factor = factors[binOf[number]];
            return popularity(before, number).map(weight -> weight * factor);
          });
    }
  }

  private Baskets toBaskets() {
    return new Baskets(
        Origin.assumed("on the way"),
        Figures.of(1, 1),
        Figures.all(6, 0),
        Figures.all(3, 0),
        zeros(24),
        zeros(7),
        zeros(12),
        Figures.all(3, 0),
        0,
        toSizes());
  }

  private static List<Figures> zeros(int size) {
    return List.of(Figures.all(size, 0), Figures.all(size, 0), Figures.all(size, 0));
  }

  List<BasketSize> toSizes() {
    return sizes.stream().map(SizeFit::toBasketSize).toList();
  }

  /** The assortment, its popularity such that baskets hold what real ones do. */
  Assortment assortment() {
    return withPopularity(
        assortment, number -> Figures.rounded(3, popularity(assortment, number).toArray()));
  }

  private static Figures popularity(Assortment assortment, int number) {
    return assortment.products().get(number).popularity();
  }

  private static Assortment withPopularity(Assortment before, IntFunction<Figures> popularity) {
    List<Product> products = new ArrayList<>();
    for (int number = 0; number < before.products().size(); number++) {
      Product product = before.products().get(number);
      products.add(
          new Product(
              product.category(),
              product.priceMonths(),
              product.priceMicros(),
              popularity.apply(number),
              product.quantities(),
              product.breaks()));
    }
    return new Assortment(
        before.origin(), before.firstMonth(), before.months(), before.categories(), products);
  }

  /** Adapts the tables to scores as they are to be expected. */
  void expect(ScoreSample sample) {
    double before = 0;
    for (SizeFit size : sizes) {
      double after = before + (double) size.real.size() / orders.size();
      size.expect(sample.moments(1, before, after), sample.moments(2, before, after));
      before = after;
    }
  }

  /** Which size an order is of. */
  int sizeOf(int order) {
    return sizeOf[order];
  }

  List<SizeFit> sizes() {
    return sizes;
  }

  /**
   * How much of a score can be seen in orders of a size: the correlation of the score that baskets
   * were simulated with, and the score of what came of it.
   *
   * @param score 0 for quantity, 1 for price
   */
  double seen(int size, int score) {
    Simulated made = last.get(size);
    int[] all = IntStream.range(0, made.shapes().size()).toArray();
    double[] units = new double[all.length];
    ScoreRanks.rank(units, all, i -> made.shapes().get(i).units());
    if (score == 0) {
      return Correlation.of(made.scores()[0], units);
    }
    double[] prices = new double[all.length];
    ScoreRanks.rank(prices, all, i -> made.shapes().get(i).price());
    ScoreRanks.leaveOut(prices, units, all);
    return Correlation.of(made.scores()[1], prices);
  }
}
