package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.shopper.Purchase;
import java.util.Arrays;
import java.util.List;

/** How busy the shop is today without anything out of the ordinary, and what people buy. */
final class Busyness {
  private static final long MINUTE = 60_000;
  private static final long HALF_HOUR = 30 * MINUTE;
  private static final double MINUTES_A_DAY = 1440;
  private static final double NEWEST_DAY = 0.2; // weight of a day in the running mean
  private static final double LEAST = 0.1; // of the mean rate: nights and closed days

  private long[] times = new long[0];
  private int[] popular = new int[0];
  private double purchasesADay = Double.NaN;
  private long from;
  private long to;

  void dayBegins(List<Purchase> purchases, long begins, long ends) {
    from = begins;
    to = ends;
    times = new long[purchases.size()];
    int lines = 0;
    for (int i = 0; i < times.length; i++) {
      times[i] = purchases.get(i).at();
      lines += purchases.get(i).lines();
    }
    purchasesADay =
        Double.isNaN(purchasesADay)
            ? times.length
            : (1 - NEWEST_DAY) * purchasesADay + NEWEST_DAY * times.length;
    if (lines > 0) {
      popular = new int[lines];
      int line = 0;
      for (Purchase purchase : purchases) {
        for (int product : purchase.products()) {
          popular[line++] = product;
        }
      }
    }
  }

  /** Products as they are bought today; on a day without sales, as on the last one with. */
  int[] popular() {
    return popular;
  }

  /** Purchases a minute in the hour around a time of today. */
  double purchasesPerMinute(long at) {
    long first = Math.max(from, at - HALF_HOUR);
    long last = Math.min(to, at + HALF_HOUR);
    double minutes = (double) (last - first) / MINUTE;
    double around = minutes <= 0 ? 0 : (place(last) - place(first)) / minutes;
    return Math.max(around, LEAST * purchasesADay / MINUTES_A_DAY);
  }

  private int place(long time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 1;
  }
}
