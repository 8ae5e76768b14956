package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which orders goods came back of, since a file does not say. What is taken back at one time
 * belongs together: to the customer's order that accounts for most of it, product by product, with
 * as many units left; of such orders to the one at whose prices it is refunded, and then to the
 * last. What that order does not account for belongs to another, and so on. What no earlier order
 * holds is left out.
 */
final class ReturnMatching {
  private final List<MatchedReturn> matched = new ArrayList<>();
  private final Map<Integer, List<Bought>> bought = new HashMap<>();

  private ReturnMatching() {}

  /** All that can be told, in order of time. */
  static List<MatchedReturn> of(Past past) {
    ReturnMatching matching = new ReturnMatching();
    Map<Integer, List<Past.Order>> orders = new HashMap<>();
    past.customers().forEach(own -> orders.put(own.get(0).order().customer(), own));
    for (PastReturn back : past.history().returns()) {
      if (orders.containsKey(back.customer())) {
        matching.match(
            back,
            matching.bought.computeIfAbsent(
                back.customer(),
                customer ->
                    orders.get(customer).stream()
                        .map(order -> new Bought(order.order()))
                        .toList()));
      }
    }
    return matching.matched;
  }

  private void match(PastReturn back, List<Bought> orders) {
    Goods goods = new Goods(back.products(), back.quantities(), back.pricesMicros());
    for (boolean inFull : new boolean[] {true, false}) {
      Bought best = best(orders, goods, back.at(), inFull);
      while (best != null) {
        matched.add(best.takeBack(goods, back.at(), inFull));
        best = best(orders, goods, back.at(), inFull);
      }
    }
  }

  private static Bought best(List<Bought> orders, Goods goods, long before, boolean inFull) {
    Bought best = null;
    double highest = 0;
    for (Bought order : orders) {
      if (order.order.at() >= before) {
        break;
      }
      double held = order.accountsFor(goods, inFull);
      if (held > 0 && held >= highest) {
        highest = held;
        best = order;
      }
    }
    return best;
  }

  /** Products, each once, with units and a price of each. */
  private static final class Goods {
    private final int[] products;
    private final int[] units;
    private final long[] prices;

    Goods(int[] rows, int[] quantities, long[] pricesMicros) {
      Map<Integer, Integer> places = new HashMap<>();
      for (int product : rows) {
        places.putIfAbsent(product, places.size());
      }
      products = new int[places.size()];
      units = new int[places.size()];
      prices = new long[places.size()];
      for (int row = 0; row < rows.length; row++) {
        int place = places.get(rows[row]);
        products[place] = rows[row];
        units[place] += quantities[row];
        prices[place] = Math.max(prices[place], pricesMicros[row]);
      }
    }

    int place(int product) {
      for (int i = 0; i < products.length; i++) {
        if (products[i] == product) {
          return i;
        }
      }
      return -1;
    }
  }

  /** An order, and what has not come back of it. */
  private static final class Bought {
    /** Less than a line, so that prices decide between orders that hold as much. */
    private static final double PRICE = 1e-3;

    private final PastOrder order;
    private final Goods left;
    private boolean isReturned;

    Bought(PastOrder order) {
      this.order = order;
      this.left = new Goods(order.products(), order.quantities(), order.pricesMicros());
    }

    /**
     * How many products of what is taken back it holds; each that was as dear counts a little more.
     */
    double accountsFor(Goods goods, boolean inFull) {
      double held = 0;
      for (int i = 0; i < goods.products.length; i++) {
        int place = goods.units[i] == 0 ? -1 : left.place(goods.products[i]);
        if (place >= 0 && left.units[place] >= (inFull ? goods.units[i] : 1)) {
          held += left.prices[place] == goods.prices[i] ? 1 + PRICE : 1;
        }
      }
      return held;
    }

    MatchedReturn takeBack(Goods goods, long at, boolean inFull) {
      int lines = (int) Arrays.stream(left.units).filter(units -> units > 0).count();
      int back = 0;
      int several = 0;
      int whole = 0;
      for (int i = 0; i < goods.products.length; i++) {
        int place = goods.units[i] == 0 ? -1 : left.place(goods.products[i]);
        if (place >= 0 && left.units[place] >= (inFull ? goods.units[i] : 1)) {
          int units = Math.min(goods.units[i], left.units[place]);
          back++;
          several += left.units[place] > 1 ? 1 : 0;
          whole += left.units[place] > 1 && units == left.units[place] ? 1 : 0;
          left.units[place] -= units;
          goods.units[i] -= units;
        }
      }
      boolean isFirst = !isReturned;
      isReturned = true;
      boolean isAll = Arrays.stream(left.units).allMatch(units -> units == 0);
      return new MatchedReturn(order, at, isFirst, lines, back, several, whole, isAll);
    }
  }
}
