package dev.highstreet.simulator.calibrate.score;

/** A row of the scorecard: what is compared, how, and what is good enough. */
public enum Measure {
  /** Kolmogorov–Smirnov distance of what orders come to. */
  ORDER_VALUE(
      "Order value",
      Kind.KS,
      0.03,
      "The widest gap between the shares of orders that come to so much or less."),
  /** Kolmogorov–Smirnov distance of the lines of an order. */
  ORDER_LINES(
      "Lines an order",
      Kind.KS,
      0.03,
      "The widest gap between the shares of orders with so many lines or fewer."),
  /** Kolmogorov–Smirnov distance of the units of an order. */
  ORDER_UNITS(
      "Units an order",
      Kind.KS,
      0.03,
      "The widest gap between the shares of orders with so many units or fewer."),
  /** Kolmogorov–Smirnov distance of how often customers buy. */
  CUSTOMER_ORDERS(
      "Orders a customer",
      Kind.KS,
      0.03,
      "The widest gap between the shares of customers who bought so often or less."),
  /** Kolmogorov–Smirnov distance of what customers spend. */
  CUSTOMER_SPEND(
      "Spend a customer",
      Kind.KS,
      0.04,
      "The widest gap between the shares of customers who spent so much or less."),
  /** Kolmogorov–Smirnov distance of days between orders, each customer weighing the same. */
  GAPS(
      "Days between orders",
      Kind.KS,
      0.04,
      "The widest gap between the shares of waits of so many days or fewer from one "
          + "order of a customer to the next, each customer weighing the same."),
  /** Kolmogorov–Smirnov distance of days since the last order. */
  RECENCY(
      "Days since the last order",
      Kind.KS,
      0.04,
      "The widest gap between the shares of customers whose last order was so many "
          + "days before the end, or fewer."),
  /** Kolmogorov–Smirnov distance of the units of a line. */
  LINE_QUANTITY(
      "Units a line",
      Kind.KS,
      0.04,
      "The widest gap between the shares of lines of so many units or fewer."),
  /** Kolmogorov–Smirnov distance of unit prices. */
  LINE_PRICE(
      "Unit price",
      Kind.KS,
      0.02,
      "The widest gap between the shares of lines at such a unit price or less."),
  /** The mean of 1 − KS over the nine above. */
  CLOSENESS(
      "Closeness, over the nine above",
      Kind.CLOSENESS,
      0.98,
      "The mean of 1 − KS over the nine measures above: 1 is the same."),
  /** Total variation distance of lines over products. */
  PRODUCTS("Products", Kind.TV, 0, "The share of lines that would have to be of other products."),
  /** Total variation distance of orders over the hours of the week. */
  HOURS_OF_WEEK(
      "Hours of the week",
      Kind.TV,
      0,
      "The share of orders that would have to be placed in other hours of the week."),
  /** Total variation distance of orders over months. */
  MONTHS("Months", Kind.TV, 0, "The share of orders that would have to be placed in other months."),
  /** Mean difference between the correlations of an order's features. */
  CORRELATIONS(
      "Correlations within an order",
      Kind.CORRELATION,
      0.04,
      "The mean difference between the correlations of lines, units, value, hour, "
          + "weekday and month within an order."),
  /** What a classifier makes of an order's lines, units, value, hour, weekday and month. */
  AUC(
      "Classifier, six features",
      Kind.AUC,
      0.55,
      "How often a classifier that sees lines, units, value, hour, weekday and month "
          + "of two orders tells which one is simulated: 0.5 is guessing."),
  /** The same with highest and median price and highest quantity. */
  AUC_WITH_EXTREMES(
      "Classifier, nine features",
      Kind.AUC,
      0.58,
      "The same when it sees the highest and the median price and the highest " + "quantity, too."),
  /** Difference between the Gini coefficients of what customers spend. */
  GINI(
      "Gini coefficient of spend",
      Kind.DIFFERENCE,
      0.02,
      "The difference between how unequally customers spend, from 0, all the same, to " + "1."),
  /** Difference between the shares of all spend that the top fifth of customers has. */
  TOP_FIFTH(
      "Spend of the top fifth",
      Kind.DIFFERENCE,
      0.02,
      "The difference between the shares of all spend that the fifth of customers has "
          + "which spends most."),
  /** Difference between the shares of customers who buy again. */
  REPEAT_RATE(
      "Customers who buy again",
      Kind.DIFFERENCE,
      0.02,
      "The difference between the shares of customers who came more than once."),
  /**
   * The share of orders of several lines whose products and quantities are those of an order that
   * was learnt from. A model that copies would be close in all else, and worthless.
   */
  COPIES(
      "Copies of real orders",
      Kind.COPIES,
      0.005,
      "The share of orders of several lines that hold the products and quantities of "
          + "an order that was learnt from. A simulator that copies would be close in all "
          + "else, and worthless.");

  /** How a measure compares. */
  public enum Kind {
    /** Kolmogorov–Smirnov distance. */
    KS("KS"),
    /** One less the mean of distances; the only kind of which more is better. */
    CLOSENESS("mean 1 − KS"),
    /** Total variation distance. */
    TV("TV"),
    /** Mean difference between correlations. */
    CORRELATION("difference"),
    /** Area under the ROC curve of a classifier; 0.5 is guessing. */
    AUC("AUC"),
    /** Difference between two figures. */
    DIFFERENCE("difference"),
    /** A share. */
    COPIES("share");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Its name for a reader. */
    public String label() {
      return label;
    }
  }

  /** A floor is chance's own work, and chance varies. */
  private static final double ROOM_ABOVE_FLOOR = 1.2;

  private static final double GUESSING = 0.5;

  private final String label;
  private final Kind kind;
  private final double figure;
  private final String definition;

  Measure(String label, Kind kind, double figure, String definition) {
    this.label = label;
    this.kind = kind;
    this.figure = figure;
    this.definition = definition;
  }

  /** Its name for a reader. */
  public String label() {
    return label;
  }

  /** What it is, in a sentence. */
  public String definition() {
    return definition;
  }

  /** How it compares. */
  public Kind kind() {
    return kind;
  }

  /**
   * What a model has to reach: the figure for this measure or, where two halves of the real shop
   * differ by so much themselves, 1.2 times as much as they do.
   *
   * @param floor the same measure between the halves; NaN if it cannot be taken
   */
  double goal(double floor) {
    return switch (kind) {
      case CLOSENESS -> Math.min(figure, 1 - ROOM_ABOVE_FLOOR * (1 - floor));
      case AUC -> Math.max(figure, GUESSING + ROOM_ABOVE_FLOOR * (floor - GUESSING));
      case KS, TV, CORRELATION, DIFFERENCE, COPIES -> Math.max(figure, ROOM_ABOVE_FLOOR * floor);
    };
  }

  /** Whether a value reaches a goal; NaN reaches none. */
  boolean isMet(double value, double goal) {
    return kind == Kind.CLOSENESS ? value >= goal : value <= goal;
  }
}
