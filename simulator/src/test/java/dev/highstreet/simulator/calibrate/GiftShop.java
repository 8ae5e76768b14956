package dev.highstreet.simulator.calibrate;

import dev.highstreet.simulator.engine.RandomStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * An invented shop whose customers are as awkward as real ones: they come back at Erlang gaps, some
 * far more often than others, and shop to a budget, so that lines and quantities go together.
 */
public final class GiftShop {
  /** The shop's time zone. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** The first day that it is open. */
  public static final LocalDate OPENING = LocalDate.of(2011, 1, 3);

  /** The last day that it is open. */
  public static final LocalDate CLOSING = LocalDate.of(2012, 1, 2);

  private static final int PRODUCTS = 300;
  private static final int ERLANG = 3;
  private static final int[] BATCHES = {1, 1, 2, 3, 4, 6, 8, 12, 24, 36, 48, 72, 144};

  private final long seed;
  private final long[] pricesMicros = new long[PRODUCTS];

  private GiftShop(long seed) {
    this.seed = seed;
    for (int product = 0; product < PRODUCTS; product++) {
      UniformRandomProvider random = RandomStream.of(seed, "price", product);
      pricesMicros[product] = 50_000L * Math.round(40 * Math.exp(0.9 * normal(random)) + 1);
    }
  }

  /** A year of the shop. */
  public static SalesHistory ofCustomers(int customers, long seed) {
    GiftShop shop = new GiftShop(seed);
    List<PastOrder> orders = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      shop.addOrders(customer, orders);
    }
    orders.sort(Comparator.comparingLong(PastOrder::at));
    List<String> codes = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    for (int product = 0; product < PRODUCTS; product++) {
      codes.add("P%03d".formatted(product));
      categories.add("Category %d".formatted(product % 5));
    }
    return new SalesHistory(
        ZONE, OPENING, CLOSING, customers, codes, categories, orders, List.of());
  }

  /** Everybody buys once at least; how often else is up to the gaps. */
  private void addOrders(int customer, List<PastOrder> orders) {
    UniformRandomProvider random = RandomStream.of(seed, "visits", customer);
    double meanGap = 45 * Math.exp(0.7 * normal(random));
    double budget = 4.5 + 0.6 * normal(random);
    double days = ChronoUnit.DAYS.between(OPENING, CLOSING) + 1.0;
    double day = random.nextDouble() * Math.min(days, 2 * meanGap);
    do {
      orders.add(order(customer, (int) day, budget, random));
      for (int i = 0; i < ERLANG; i++) {
        day += -Math.log(1 - random.nextDouble()) * meanGap / ERLANG;
      }
    } while (day < days);
  }

  private PastOrder order(int customer, int day, double budget, UniformRandomProvider random) {
    int hour = 8 + (int) (5 * (random.nextDouble() + random.nextDouble()));
    long at = OPENING.plusDays(day).atTime(hour, 30).atZone(ZONE).toInstant().toEpochMilli();
    double spend = Math.exp(budget + 0.6 * normal(random));
    int wanted = 1 + (int) (Math.sqrt(spend) * Math.exp(0.4 * normal(random)));
    Map<Integer, Integer> basket = new LinkedHashMap<>();
    double share = spend / wanted;
    for (int line = 0; line < wanted; line++) {
      int product = (int) (PRODUCTS * Math.pow(random.nextDouble(), 1.8));
      double units = share / (pricesMicros[product] / 1e6) * Math.exp(0.3 * normal(random));
      basket.put(product, batchOf(units));
    }
    int[] products = basket.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new PastOrder(
        customer,
        at,
        products,
        basket.values().stream().mapToInt(Integer::intValue).toArray(),
        Arrays.stream(products).mapToLong(product -> pricesMicros[product]).toArray());
  }

  /** Goods are bought by the piece, the half dozen, the dozen. */
  private static int batchOf(double units) {
    int batch = BATCHES[0];
    for (int next : BATCHES) {
      batch = next <= units ? next : batch;
    }
    return batch;
  }

  private static double normal(UniformRandomProvider random) {
    return ZigguratSampler.NormalizedGaussian.of(random).sample();
  }
}
