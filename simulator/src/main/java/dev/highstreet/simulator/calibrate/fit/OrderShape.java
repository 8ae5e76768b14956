package dev.highstreet.simulator.calibrate.fit;

/**
 * What is looked at in an order when baskets are fitted.
 *
 * @param lines how many lines it has
 * @param units log of its units
 * @param price mean log of its unit prices
 * @param dearest log of its highest unit price, less the mean
 * @param largest log of its highest quantity, less the log of the mean
 * @param slant log of its value, less the log of its units and the mean log price: above 0 if the
 *     dear is bought in quantity
 */
record OrderShape(
    int lines, double units, double price, double dearest, double largest, double slant) {
  private static final double MICROS = 1e6;

  /** How many figures there are besides lines. */
  static final int FIGURES = 5;

  static OrderShape of(int[] quantities, long[] pricesMicros) {
    double units = 0;
    double value = 0;
    double logPrices = 0;
    double dearest = Double.NEGATIVE_INFINITY;
    double largest = 0;
    int lines = quantities.length;
    for (int line = 0; line < lines; line++) {
      double price = pricesMicros[line] / MICROS;
      double log = Math.log(price);
      units += quantities[line];
      value += quantities[line] * price;
      logPrices += log;
      dearest = Math.max(dearest, log);
      largest = Math.max(largest, quantities[line]);
    }
    double mean = logPrices / lines;
    return new OrderShape(
        lines,
        Math.log(units),
        mean,
        dearest - mean,
        Math.log(largest * lines / units),
        Math.log(value / units) - mean);
  }

  /** Log of its value. */
  double value() {
    return slant + units + price;
  }

  /** A figure by its place. */
  double figure(int place) {
    return switch (place) {
      case 0 -> units;
      case 1 -> price;
      case 2 -> dearest;
      case 3 -> largest;
      case 4 -> slant;
      default -> throw new IllegalArgumentException("there is no figure " + place);
    };
  }
}
