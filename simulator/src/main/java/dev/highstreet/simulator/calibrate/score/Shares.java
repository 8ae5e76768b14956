package dev.highstreet.simulator.calibrate.score;

/** How a total spreads over numbered places: lines over products, orders over months. */
public final class Shares {
  private final double[] amounts;
  private final double total;

  private Shares(double[] amounts, double total) {
    this.amounts = amounts;
    this.total = total;
  }

  /** The amounts by place, each 0 or more. */
  public static Shares of(double[] amounts) {
    double total = 0;
    for (double amount : amounts) {
      total += amount;
    }
    return new Shares(amounts.clone(), total);
  }

  /**
   * The total variation distance: the share that would have to change place to make one of the
   * other, 0 to 1; NaN if one of them is empty.
   */
  public static double distance(Shares one, Shares other) {
    double moved = 0;
    for (int i = 0; i < Math.max(one.places(), other.places()); i++) {
      moved += Math.abs(one.of(i) - other.of(i));
    }
    return moved / 2;
  }

  /** The share of one place; 0 beyond the last, NaN if there is nothing anywhere. */
  public double of(int place) {
    return (place < amounts.length ? amounts[place] : 0) / total;
  }

  /** How many places there are. */
  public int places() {
    return amounts.length;
  }
}
