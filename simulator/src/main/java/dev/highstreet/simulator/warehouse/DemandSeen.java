package dev.highstreet.simulator.warehouse;

/**
 * What was asked for, against what had been forecast: the forecast is scaled by what it missed, for
 * all products together and for each, and the spread of a day's demand is learnt. All are
 * exponentially weighted with a memory of some weeks.
 */
final class DemandSeen {
  private static final double NEW_DAY = 1 / 28.0;
  // a new product's forecast counts as much as this many units that were seen
  private static final double TRUST = 10;
  private static final double TRUST_IN_ALL = 1_000;
  // variance over mean of a day's demand, before any is seen: whole boxes, not single units
  private static final double FIRST_DISPERSION = 12;
  private static final double LEAST_SCALE = 0.25;
  private static final double MOST_SCALE = 4;

  private final int[] today;
  private final float[] seen;
  private final float[] forecast;
  private final float[] squares;
  private final float[] weight;
  private double allSeen;
  private double allForecast;
  private double overall = 1;

  DemandSeen(int products) {
    this.today = new int[products];
    this.seen = new float[products];
    this.forecast = new float[products];
    this.squares = new float[products];
    this.weight = new float[products];
  }

  /** Units that somebody wanted, whether they got them or not. */
  void wanted(int product, int quantity) {
    today[product] += Math.min(quantity, Integer.MAX_VALUE - today[product]);
  }

  /** A day is over; what was wanted of each product follows. */
  void dayEnds() {
    allSeen -= NEW_DAY * allSeen;
    allForecast -= NEW_DAY * allForecast;
  }

  /** What was wanted of a product on the day that is over. */
  void dayEnded(int product, double forecastUnits) {
    double units = today[product];
    today[product] = 0;
    double expected = forecastUnits * scale(product);
    seen[product] += (float) (units - NEW_DAY * seen[product]);
    forecast[product] += (float) (forecastUnits - NEW_DAY * forecast[product]);
    double miss = units - expected;
    squares[product] += (float) (NEW_DAY * (miss * miss - squares[product]));
    weight[product] += (float) (NEW_DAY * (1 - weight[product]));
    allSeen += units;
    allForecast += forecastUnits;
  }

  /** All products of the day that is over have been told. */
  void allTold() {
    overall = bounded((allSeen + TRUST_IN_ALL) / (allForecast + TRUST_IN_ALL));
  }

  /** What the forecast is to be multiplied with. */
  double scale(int product) {
    double expected = forecast[product] * overall;
    return overall * bounded((seen[product] + TRUST) / (expected + TRUST));
  }

  private static double bounded(double scale) {
    return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale));
  }

  /** Variance of a day's demand around its mean. */
  double variance(int product, double dailyMean) {
    double assumed = FIRST_DISPERSION * dailyMean;
    // both start at 0: what was not seen yet is filled up with what is assumed
    return squares[product] + (1 - weight[product]) * assumed;
  }
}
