package dev.highstreet.simulator.market;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.BitSet;

/**
 * A promotion: some products cost less for a while.
 *
 * @param id as in order lines
 * @param products numbers of the products; nobody changes it
 * @param permille how much less a line costs, in thousandths of its net, 1 to 900
 */
public record Promotion(String id, BitSet products, int permille) {
  private static final long PENNY = 10_000;
  private static final int MOST_UNITS = 6;

  /** Refuses what would give goods away. */
  public Promotion {
    requireNonNull(id, "id is null");
    requireNonNull(products, "products is null");
    if (permille < 1 || permille > 900) {
      throw new IllegalArgumentException(
          "promotion %s: %d thousandths: give 1 to 900".formatted(id, permille));
    }
  }

  /** What a line of so much costs less, in micros, to the whole penny below. */
  public long discountMicros(long netMicros) {
    return netMicros / 1000 * permille / PENNY * PENNY;
  }

  /**
   * A purchase as it is made for the promotion's sake: its first line, and about half of the
   * others, are of promoted products.
   */
  public Purchase drawTo(Purchase purchase, RandomStream random) {
    int promoted = products.cardinality();
    if (promoted == 0) {
      return purchase;
    }
    int[] wanted = purchase.products().clone();
    int[] quantities = purchase.quantities().clone();
    long[] discounts = purchase.discountsMicros().clone();
    for (int line = 0; line < wanted.length; line++) {
      if (line == 0 || random.nextInt(2) == 0) {
        int product = nth(random.nextInt(promoted));
        if (!has(wanted, product)) {
          wanted[line] = product;
          quantities[line] = Math.min(quantities[line], MOST_UNITS);
          discounts[line] = 0;
        }
      }
    }
    return new Purchase(purchase.customer(), purchase.at(), wanted, quantities, discounts);
  }

  private int nth(int nth) {
    int product = products.nextSetBit(0);
    for (int i = 0; i < nth; i++) {
      product = products.nextSetBit(product + 1);
    }
    return product;
  }

  private static boolean has(int[] products, int product) {
    for (int other : products) {
      if (other == product) {
        return true;
      }
    }
    return false;
  }
}
