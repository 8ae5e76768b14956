package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.profile.Figures;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What people want an order to come to. Who is near a round sum, or near what delivery is free
 * from, takes one more, or one less.
 */
final class Wish {
  private static final int TRIES = 12;
  private static final double NEAR_ENOUGH = 0.006;
  private static final double MOST_CHANGE = 0.35;

  private final double[] plain;
  private final double[] wished;

  Wish(Figures plain, Figures wished) {
    this.plain = plain.toArray();
    this.wished = wished.toArray();
  }

  /** What an order that comes to so much should come to. */
  private double of(double value) {
    double log = Math.log(value);
    int above = Arrays.binarySearch(plain, log);
    above = above < 0 ? -above - 1 : above;
    if (above == 0) {
      return value * Math.exp(wished[0] - plain[0]);
    }
    if (above == plain.length) {
      return value * Math.exp(wished[above - 1] - plain[above - 1]);
    }
    double width = plain[above] - plain[above - 1];
    double part = width > 0 ? (log - plain[above - 1]) / width : 0;
    return Math.exp(wished[above - 1] + part * (wished[above] - wished[above - 1]));
  }

  /** Changes the units of some lines, such that they come about to what is wished for. */
  void fulfil(int[] units, double[] prices, UniformRandomProvider random) {
    if (plain.length == 0) {
      return;
    }
    double value = 0;
    for (int line = 0; line < units.length; line++) {
      value += units[line] * prices[line];
    }
    double wish = of(value);
    double missing = Math.max(-MOST_CHANGE * value, Math.min(MOST_CHANGE * value, wish - value));
    int largest = 1;
    for (int unit : units) {
      largest = Math.max(largest, unit);
    }
    for (int attempt = 0; attempt < TRIES && Math.abs(missing) > NEAR_ENOUGH * value; attempt++) {
      int line = random.nextInt(units.length);
      int pack = pack(units[line]);
      double exact = missing / prices[line] / pack;
      int change = pack * (int) (exact > 0 ? Math.ceil(exact) : exact); // rather above than below
      int most = attempt < TRIES / 2 ? largest - units[line] : units[line];
      change = Math.max(-(units[line] / 2 / pack * pack), Math.min(most / pack * pack, change));
      units[line] += change;
      missing -= change * prices[line];
    }
  }

  /** Whole packs stay whole. */
  private static int pack(int units) {
    if (units >= 12) {
      return units % 12 == 0 ? 12 : units % 10 == 0 ? 10 : units % 6 == 0 ? 6 : 1;
    }
    return units % 6 == 0 ? 6 : units % 4 == 0 ? 4 : 1;
  }
}
