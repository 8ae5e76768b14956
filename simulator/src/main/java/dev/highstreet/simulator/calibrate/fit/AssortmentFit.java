package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.profile.Assortment;
import dev.highstreet.simulator.profile.Origin;
import dev.highstreet.simulator.profile.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sold: each product's list price, popularity by month, and how much of it a line holds.
 */
final class AssortmentFit {
  private static final int BUCKETS = 20;

  private final Past past;
  private final List<List<SoldLine>> sold = new ArrayList<>();
  private int[] bucketOf;

  AssortmentFit(Past past) {
    this.past = past;
    for (int product = 0; product < past.history().products().size(); product++) {
      sold.add(new ArrayList<>());
    }
    if (past.orders().isEmpty()) {
      past.guests().forEach(order -> add(order, past.month(order)));
    } else {
      past.orders().forEach(order -> add(order.order(), order.month()));
      past.guests().forEach(this::addUnseen);
    }
  }

  private void add(PastOrder order, int month) {
    for (int line = 0; line < order.lines(); line++) {
      sold.get(order.products()[line])
          .add(new SoldLine(month, order.quantities()[line], order.pricesMicros()[line]));
    }
  }

  /** What only guests bought is part of the assortment, too. */
  private void addUnseen(PastOrder order) {
    int month = past.month(order);
    for (int line = 0; line < order.lines(); line++) {
      List<SoldLine> lines = sold.get(order.products()[line]);
      if (lines.isEmpty()) {
        lines.add(new SoldLine(month, order.quantities()[line], order.pricesMicros()[line]));
      }
    }
  }

  /**
   * The assortment. Products keep the numbers of the history; those of which nothing was sold are
   * given the least popularity.
   */
  Assortment fit() {
    double[] linesByMonth = new double[past.months()];
    ProductFit[] products = new ProductFit[sold.size()];
    for (int number = 0; number < products.length; number++) {
      products[number] = new ProductFit(sold.get(number), past.months());
      for (SoldLine line : sold.get(number)) {
        linesByMonth[line.month()]++;
      }
    }
    boolean[] nothingSold = new boolean[linesByMonth.length];
    for (int month = 0; month < linesByMonth.length; month++) {
      nothingSold[month] = linesByMonth[month] == 0;
      linesByMonth[month] = Math.max(1, linesByMonth[month]);
    }
    double[][] similar = similar(products);
    int[] categories = new int[products.length];
    List<String> names = categories(categories);
    List<Product> fitted = new ArrayList<>();
    for (int number = 0; number < products.length; number++) {
      fitted.add(
          products[number].fit(
              categories[number], linesByMonth, nothingSold, similar[bucketOf[number]]));
    }
    return new Assortment(
        Origin.fitted(
            "%d lines of %d products; list price by month, popularity by month"
                .formatted((long) Arrays.stream(linesByMonth).sum(), products.length)),
        past.history().first().getMonthValue(),
        past.months(),
        names,
        fitted);
  }

  /**
   * Products by list price, in as many buckets with about as many lines: units of lines, sorted.
   */
  private double[][] similar(ProductFit[] products) {
    Integer[] byPrice = new Integer[products.length];
    Arrays.setAll(byPrice, i -> i);
    Arrays.sort(byPrice, (a, b) -> Double.compare(products[a].price(), products[b].price()));
    long all = 0;
    for (List<SoldLine> lines : sold) {
      all += lines.size();
    }
    bucketOf = new int[products.length];
    double[][] units = new double[BUCKETS][];
    List<Integer> here = new ArrayList<>();
    long seen = 0;
    int bucket = 0;
    for (int i = 0; i < byPrice.length; i++) {
      bucketOf[byPrice[i]] = bucket;
      for (SoldLine line : sold.get(byPrice[i])) {
        here.add(line.quantity());
      }
      seen += sold.get(byPrice[i]).size();
      if (i == byPrice.length - 1 || seen * BUCKETS >= all * (bucket + 1)) {
        units[bucket] = here.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
        here.clear();
        bucket = Math.min(bucket + 1, BUCKETS - 1);
      }
    }
    return units;
  }

  private List<String> categories(int[] numbers) {
    Map<String, Integer> known = new LinkedHashMap<>();
    List<String> names = past.history().categories();
    for (int product = 0; product < numbers.length; product++) {
      String name = product < names.size() ? names.get(product) : "Other";
      numbers[product] = known.computeIfAbsent(name, any -> known.size());
    }
    return List.copyOf(known.keySet());
  }
}
