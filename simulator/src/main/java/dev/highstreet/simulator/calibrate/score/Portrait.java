package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What the scorecard sees of a history: the orders of known customers, as numbers. Money is in
 * units of the currency, as a double: nothing is booked by it.
 */
public final class Portrait {
  /** What the classifier that tries to tell real from simulated sees of an order, in this order. */
  static final int BASIC_FEATURES = 6;

  /** With highest price, median price and highest quantity. */
  static final int ALL_FEATURES = 9;

  private static final double MICROS = 1e6;
  private static final int HOURS_A_DAY = 24;
  private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

  private final LocalDate first;
  private final LocalDate last;
  private final ZoneId zone;
  private final double[][] features;
  private final long[] baskets;
  private final double[] values;
  private final double[] lines;
  private final double[] units;
  private final double[] lineQuantities;
  private final double[] linePrices;
  private final double[] linesByProduct;
  private final double[] ordersByHourOfWeek = new double[HOURS_A_WEEK];
  private final double[] ordersByMonth;
  private final Visits visits;
  private int basketCount;
  private int orders;
  private int allLines;

  private Portrait(SalesHistory history, int orders, int lines) {
    first = history.first();
    last = history.last();
    zone = history.zone();
    features = new double[orders][];
    baskets = new long[orders];
    values = new double[orders];
    this.lines = new double[orders];
    units = new double[orders];
    lineQuantities = new double[lines];
    linePrices = new double[lines];
    linesByProduct = new double[history.products().size()];
    ordersByMonth = new double[month(last) + 1];
    visits = new Visits(history.customers(), orders, ChronoUnit.DAYS.between(first, last));
  }

  /** The portrait of a history; orders outside of its period count as of its first or last day. */
  public static Portrait of(SalesHistory history) {
    return of(history, true);
  }

  /**
   * The same, with or without a look at the clock.
   *
   * @param hours false if all orders are to count as of midnight: beside a real shop whose file has
   *     dates alone
   */
  static Portrait of(SalesHistory history, boolean hours) {
    int orders = 0;
    int lines = 0;
    for (PastOrder order : history.orders()) {
      if (order.customer() != PastOrder.GUEST) {
        orders++;
        lines += order.lines();
      }
    }
    Portrait portrait = new Portrait(history, orders, lines);
    for (PastOrder order : history.orders()) {
      if (order.customer() != PastOrder.GUEST) {
        portrait.add(order, hours);
      }
    }
    return portrait;
  }

  private void add(PastOrder order, boolean hours) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(order.at()), zone);
    int hour = hours ? local.getHour() : 0;
    LocalDate day = local.toLocalDate();
    day = day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    double value = value(order);
    double total = 0;
    double highestQuantity = 0;
    double[] prices = new double[order.lines()];
    for (int line = 0; line < order.lines(); line++) {
      prices[line] = order.pricesMicros()[line] / MICROS;
      linePrices[allLines] = prices[line];
      lineQuantities[allLines] = order.quantities()[line];
      allLines++;
      linesByProduct[order.products()[line]]++;
      total += order.quantities()[line];
      highestQuantity = Math.max(highestQuantity, order.quantities()[line]);
    }
    Arrays.sort(prices);
    values[orders] = value;
    lines[orders] = order.lines();
    units[orders] = total;
    if (order.lines() > 1) {
      baskets[basketCount++] = basket(order);
    }
    features[orders] =
        new double[] {
          Math.log(order.lines()),
          Math.log(total),
          Math.log(value),
          hour,
          local.getDayOfWeek().getValue(),
          local.getMonthValue(),
          Math.log(prices[prices.length - 1]),
          Math.log(prices[prices.length / 2]),
          Math.log(highestQuantity)
        };
    orders++;
    int weekday = local.getDayOfWeek().getValue() - 1;
    ordersByHourOfWeek[weekday * HOURS_A_DAY + hour]++;
    ordersByMonth[month(day)]++;
    visits.add(order.customer(), ChronoUnit.DAYS.between(first, day), value);
  }

  private int month(LocalDate day) {
    return 12 * (day.getYear() - first.getYear()) + day.getMonthValue() - first.getMonthValue();
  }

  /** What an order came to, in units of the currency. */
  static double value(PastOrder order) {
    long micros = 0;
    for (int line = 0; line < order.lines(); line++) {
      micros += order.quantities()[line] * order.pricesMicros()[line];
    }
    return micros / MICROS;
  }

  /** One number for what is in a basket, however its lines are ordered. */
  private static long basket(PastOrder order) {
    long sum = order.lines();
    for (int line = 0; line < order.lines(); line++) {
      sum += RandomStream.mix(order.products()[line], order.quantities()[line]);
    }
    return sum;
  }

  /** What each order came to, in units of the currency. */
  public Sample orderValue() {
    return Sample.of(values);
  }

  /** Lines of each order. */
  public Sample orderLines() {
    return Sample.of(lines);
  }

  /** Units of each order. */
  public Sample orderUnits() {
    return Sample.of(units);
  }

  /** Units of each line. */
  public Sample lineQuantity() {
    return Sample.of(lineQuantities);
  }

  /** The unit price of each line. */
  public Sample linePrice() {
    return Sample.of(linePrices);
  }

  /** Lines by product. */
  public Shares products() {
    return Shares.of(linesByProduct);
  }

  /** Orders by hour of the week, local to the shop; place 0 is Monday from midnight to one. */
  public Shares hoursOfWeek() {
    return Shares.of(ordersByHourOfWeek);
  }

  /** Orders by calendar month; place 0 is the month of the period's first day. */
  public Shares months() {
    return Shares.of(ordersByMonth);
  }

  /** How often, and for how much, customers came; those who never did are not in it. */
  public Visits visits() {
    return visits;
  }

  /** How many orders there are. */
  public int orders() {
    return orders;
  }

  /**
   * What the classifier sees of each order; the first {@link #BASIC_FEATURES} are the basic ones.
   */
  double[][] features() {
    return features;
  }

  /**
   * A number for what is in the basket, products and quantities, of each order of several lines:
   * two orders of one popular product are no copies.
   */
  long[] baskets() {
    return Arrays.copyOf(baskets, basketCount);
  }
}
