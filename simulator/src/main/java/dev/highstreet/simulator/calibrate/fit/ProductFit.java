package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.profile.Amounts;
import dev.highstreet.simulator.profile.Baskets;
import dev.highstreet.simulator.profile.Figures;
import dev.highstreet.simulator.profile.PriceBreak;
import dev.highstreet.simulator.profile.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One product: its list price, its popularity, and how much of it a line holds. */
final class ProductFit {
  /** Scores from −3 to 3 in steps of 0.25. */
  private static final int SCORES = 25;

  /** As many lines of products that cost about as much are mixed in. */
  private static final double SIMILAR_LINES = 8;

  /** With so many lines in a month, what was charged most often is believed at once. */
  private static final int SURE = 3;

  private static final double DISCOUNTED = 0.98;
  private static final double NEAR = 1.05;
  private static final double DEAR = 0.8;
  private static final int FEWEST_CUT = 3;
  private static final double LEAST_GAIN = 0.03;
  private static final double SURE_GAIN = 12;

  private final List<SoldLine> lines;
  private final long[] prices;
  private int mostRatios = 10;

  ProductFit(List<SoldLine> lines, int months) {
    this.lines = lines;
    this.prices = new long[months];
    if (lines.isEmpty()) {
      Arrays.fill(prices, 1_000_000);
    } else {
      fitPrices();
    }
  }

  /** The list price by month is what was charged most often, of like prices the higher. */
  private void fitPrices() {
    long overall = most(lines);
    long last = 0;
    for (int month = 0; month < prices.length; month++) {
      int m = month;
      List<SoldLine> here = lines.stream().filter(line -> line.month() == m).toList();
      if (!here.isEmpty()) {
        long usual = most(here);
        boolean isSure = here.stream().filter(line -> line.priceMicros() == usual).count() >= SURE;
        last = last == 0 && !isSure ? overall : isSure || usual > last ? usual : last;
      }
      prices[month] = last;
    }
    for (int month = prices.length - 1; month >= 0; month--) {
      prices[month] = prices[month] == 0 ? prices[month + 1] : prices[month];
    }
    long above =
        lines.stream().filter(line -> line.priceMicros() > NEAR * prices[line.month()]).count();
    if (above * 20 > lines.size()) { // no list price at all: most were below this one
      long[] sorted = lines.stream().mapToLong(SoldLine::priceMicros).sorted().toArray();
      Arrays.fill(prices, sorted[(int) (DEAR * (sorted.length - 1))]);
      mostRatios = 30;
    }
  }

  private static long most(List<SoldLine> lines) {
    Map<Long, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line.priceMicros(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /** The list price in the middle of the period, in micros. */
  double price() {
    return prices[prices.length / 2];
  }

  /**
   * The product.
   *
   * @param nothingSold months in which the shop sold nothing: everything is on offer in them
   * @param similar sorted units of lines of products that cost about as much
   */
  Product fit(int category, double[] linesByMonth, boolean[] nothingSold, double[] similar) {
    List<Long> from = new ArrayList<>();
    List<Long> micros = new ArrayList<>();
    for (int month = 0; month < prices.length; month++) {
      if (month == 0 || prices[month] != prices[month - 1]) {
        from.add((long) month);
        micros.add(prices[month]);
      }
    }
    return new Product(
        category,
        Amounts.of(from.stream().mapToLong(Long::longValue).toArray()),
        Amounts.of(micros.stream().mapToLong(Long::longValue).toArray()),
        Figures.of(popularity(linesByMonth, nothingSold)),
        Amounts.of(quantities(similar)),
        breaks());
  }

  /**
   * The share of a month's lines, in millionths, drawn a little to the product's share over all
   * months; 0 before the first month in which it was sold, and after the last.
   */
  private double[] popularity(double[] linesByMonth, boolean[] nothingSold) {
    double[] counts = new double[linesByMonth.length];
    lines.forEach(line -> counts[line.month()]++);
    int first = 0;
    int last = counts.length - 1;
    while (first < last && counts[first] == 0) {
      first++;
    }
    while (last > first && counts[last] == 0) {
      last--;
    }
    double all = 0;
    for (int month = first; month <= last; month++) {
      all += linesByMonth[month];
    }
    double[] popularity = new double[counts.length];
    for (int month = first; month <= last; month++) {
      double expected = Math.max(lines.size(), 0.01) * linesByMonth[month] / all;
      popularity[month] = (0.8 * counts[month] + 0.2 * expected) / linesByMonth[month] * 1e6;
    }
    for (int month = 0; month < counts.length; month++) {
      if (nothingSold[month]) {
        popularity[month] = lines.size() + 0.01;
      }
    }
    return popularity;
  }

  private long[] quantities(double[] similar) {
    int[] own = lines.stream().mapToInt(SoldLine::quantity).sorted().toArray();
    double each = similar == null || similar.length == 0 ? 0 : SIMILAR_LINES / similar.length;
    double all = own.length + each * (similar == null ? 0 : similar.length);
    long[] quantities = new long[SCORES];
    Arrays.fill(quantities, 1);
    if (all == 0) {
      return quantities;
    }
    int i = 0;
    int j = 0;
    double seen = 0;
    long quantity = 1;
    for (int score = 0; score < SCORES; score++) {
      double z = Baskets.LEAST_SCORE * (1 - 2.0 * score / (SCORES - 1));
      double wanted = Normal.share(z) * all;
      while (seen < wanted && (i < own.length || j < (each > 0 ? similar.length : 0))) {
        boolean isOwn =
            i < own.length && (each == 0 || j >= similar.length || own[i] <= similar[j]);
        quantity = isOwn ? own[i++] : (long) similar[j++];
        seen += isOwn ? 1 : each;
      }
      quantities[score] = Math.max(1, Math.min(1_000_000, quantity));
    }
    return quantities;
  }

  /**
   * Prices by quantity: lines are cut where the mean log of what is paid changes most, and each
   * part once more (a regression tree of depth 2).
   */
  private List<PriceBreak> breaks() {
    SoldLine[] byQuantity =
        lines.stream()
            .sorted((a, b) -> Integer.compare(a.quantity(), b.quantity()))
            .toArray(SoldLine[]::new);
    double[] logs = Arrays.stream(byQuantity).mapToDouble(line -> Math.log(ratio(line))).toArray();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, byQuantity.length));
    for (int depth = 0; depth < 2; depth++) {
      for (int from : List.copyOf(cuts.headSet(byQuantity.length))) {
        int cut = cut(byQuantity, logs, from, cuts.higher(from));
        if (cut > 0) {
          cuts.add(cut);
        }
      }
    }
    List<PriceBreak> breaks = new ArrayList<>();
    if (byQuantity.length == 0) {
      return List.of(new PriceBreak(1, Figures.of(1)));
    }
    for (int from : cuts.headSet(byQuantity.length)) {
      breaks.add(
          new PriceBreak(
              from == 0 ? 1 : byQuantity[from].quantity(),
              ratios(byQuantity, from, cuts.higher(from))));
    }
    return breaks;
  }

  /** Where to cut; 0 if it explains too little. */
  private static int cut(SoldLine[] byQuantity, double[] logs, int from, int to) {
    double all = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      all += logs[i];
      squares += logs[i] * logs[i];
    }
    int size = to - from;
    double mean = all / size;
    double best = 0;
    int cut = 0;
    double below = 0;
    for (int i = from + 1; i < to; i++) {
      below += logs[i - 1];
      if (i - from >= FEWEST_CUT
          && to - i >= FEWEST_CUT
          && byQuantity[i].quantity() > byQuantity[i - 1].quantity()) {
        double left = below / (i - from);
        double right = (all - below) / (to - i);
        double gain =
            (i - from) * (left - mean) * (left - mean) + (to - i) * (right - mean) * (right - mean);
        if (gain > best) {
          best = gain;
          cut = i;
        }
      }
    }
    double rest = squares - size * mean * mean - best;
    return best > LEAST_GAIN && best > SURE_GAIN * rest / size ? cut : 0;
  }

  private double ratio(SoldLine line) {
    return Math.max(1e-6, Math.min(1, (double) line.priceMicros() / prices[line.month()]));
  }

  private Figures ratios(SoldLine[] byQuantity, int from, int to) {
    if (to <= from) {
      return Figures.of(1);
    }
    double[] ratios = new double[to - from];
    for (int i = from; i < to; i++) {
      ratios[i - from] = ratio(byQuantity[i]);
    }
    Arrays.sort(ratios);
    if (ratios[0] > DISCOUNTED) {
      return Figures.of(1);
    }
    double[] kept = new double[Math.min(mostRatios, ratios.length)];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = ratios[(int) ((i + 0.5) * ratios.length / kept.length)];
    }
    return kept[0] == kept[kept.length - 1]
        ? Figures.rounded(3, kept[0])
        : Figures.rounded(3, kept);
  }
}
