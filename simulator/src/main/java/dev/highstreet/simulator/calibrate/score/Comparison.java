package dev.highstreet.simulator.calibrate.score;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Takes every measure between two portraits. */
final class Comparison {
  private final Portrait real;
  private final Portrait other;
  private final Map<Measure, Double> values = new EnumMap<>(Measure.class);

  private Comparison(Portrait real, Portrait other) {
    this.real = real;
    this.other = other;
  }

  /**
   * Compares.
   *
   * @param learnt the customers that a model learnt from
   * @param held those it is scored against
   * @param other what is scored: what the model made up or, for the floor, the first again
   * @param seed of what is drawn
   */
  static Map<Measure, Double> of(Portrait learnt, Portrait held, Portrait other, long seed) {
    Comparison comparison = new Comparison(held, other);
    comparison.distances();
    comparison.closeness();
    comparison.shares();
    comparison.features(seed);
    comparison.concentration();
    comparison.values.put(
        Measure.COPIES, other == learnt ? copies(learnt, held) : copies(learnt, other));
    return comparison.values;
  }

  private void distances() {
    ks(Measure.ORDER_VALUE, real.orderValue(), other.orderValue());
    ks(Measure.ORDER_LINES, real.orderLines(), other.orderLines());
    ks(Measure.ORDER_UNITS, real.orderUnits(), other.orderUnits());
    ks(Measure.CUSTOMER_ORDERS, real.visits().orders(), other.visits().orders());
    ks(Measure.CUSTOMER_SPEND, real.visits().spend(), other.visits().spend());
    ks(Measure.GAPS, real.visits().gaps(), other.visits().gaps());
    ks(Measure.RECENCY, real.visits().recency(), other.visits().recency());
    ks(Measure.LINE_QUANTITY, real.lineQuantity(), other.lineQuantity());
    ks(Measure.LINE_PRICE, real.linePrice(), other.linePrice());
  }

  private void ks(Measure measure, Sample one, Sample two) {
    values.put(measure, Sample.distance(one, two));
  }

  /** Over those of the nine that can be taken. */
  private void closeness() {
    values.put(
        Measure.CLOSENESS,
        1
            - values.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(distance -> !Double.isNaN(distance))
                .average()
                .orElse(Double.NaN));
  }

  private void shares() {
    values.put(Measure.PRODUCTS, Shares.distance(real.products(), other.products()));
    values.put(Measure.HOURS_OF_WEEK, Shares.distance(real.hoursOfWeek(), other.hoursOfWeek()));
    values.put(Measure.MONTHS, Shares.distance(real.months(), other.months()));
  }

  private void features(long seed) {
    values.put(
        Measure.CORRELATIONS,
        Correlations.distance(real.features(), other.features(), Portrait.BASIC_FEATURES));
    values.put(Measure.AUC, auc(Portrait.BASIC_FEATURES, seed));
    values.put(Measure.AUC_WITH_EXTREMES, auc(Portrait.ALL_FEATURES, seed));
  }

  private double auc(int columns, long seed) {
    return TwoSampleClassifier.auc(real.features(), other.features(), columns, seed);
  }

  private void concentration() {
    Visits here = real.visits();
    Visits there = other.visits();
    values.put(Measure.GINI, Math.abs(here.gini() - there.gini()));
    values.put(Measure.TOP_FIFTH, Math.abs(here.topFifth() - there.topFifth()));
    values.put(Measure.REPEAT_RATE, Math.abs(here.repeatRate() - there.repeatRate()));
  }

  private static double copies(Portrait learnt, Portrait other) {
    long[] known = learnt.baskets();
    Arrays.sort(known);
    long[] baskets = other.baskets();
    long copies =
        Arrays.stream(baskets).filter(basket -> Arrays.binarySearch(known, basket) >= 0).count();
    return (double) copies / baskets.length;
  }
}
