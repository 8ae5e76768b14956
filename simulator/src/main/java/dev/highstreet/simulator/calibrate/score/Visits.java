package dev.highstreet.simulator.calibrate.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How often the customers of a shop came, how long they stayed away, and what they spent. */
public final class Visits {
  private final int[] orders;
  private final double[] spend;
  private final long[] newest;
  private final int[] gapOf;
  private final double[] gaps;
  private final long end;
  private int gapCount;

  /**
   * Nobody's visits yet.
   *
   * @param end the last day of the period, counted as in {@link #add}
   */
  Visits(int customers, int allOrders, long end) {
    this.end = end;
    orders = new int[customers];
    spend = new double[customers];
    newest = new long[customers];
    gapOf = new int[allOrders];
    gaps = new double[allOrders];
  }

  /** An order; a customer's orders come in order of time. */
  void add(int customer, long day, double value) {
    if (orders[customer] > 0) {
      gapOf[gapCount] = customer;
      gaps[gapCount++] = day - newest[customer];
    }
    orders[customer]++;
    spend[customer] += value;
    newest[customer] = day;
  }

  private IntStream buyers() {
    return IntStream.range(0, orders.length).filter(customer -> orders[customer] > 0);
  }

  /** Orders of each customer. */
  public Sample orders() {
    return Sample.of(buyers().mapToDouble(customer -> orders[customer]).toArray());
  }

  /** What each customer spent, in units of the currency. */
  public Sample spend() {
    return Sample.of(amounts());
  }

  /** Days from each customer's last order to the end of the period. */
  public Sample recency() {
    return Sample.of(buyers().mapToDouble(customer -> end - newest[customer]).toArray());
  }

  /** Days between orders of a customer that follow one another, each customer weighing the same. */
  public Sample gaps() {
    double[] weights = new double[gapCount];
    for (int i = 0; i < gapCount; i++) {
      weights[i] = 1.0 / (orders[gapOf[i]] - 1);
    }
    return Sample.weighted(Arrays.copyOf(gaps, gapCount), weights);
  }

  /** The share of customers who came more than once; NaN without customers. */
  public double repeatRate() {
    return (double) buyers().filter(customer -> orders[customer] > 1).count() / buyers().count();
  }

  /** The Gini coefficient of spend. */
  public double gini() {
    return new Concentration(amounts()).gini();
  }

  /** The share of all spend that the top fifth of customers has. */
  public double topFifth() {
    return new Concentration(amounts()).topFifth();
  }

  /**
   * The Lorenz curve of spend: the share of all spend of the least spending 0, 1/n, 2/n … of
   * customers.
   */
  public double[] lorenz(int points) {
    return new Concentration(amounts()).lorenz(points);
  }

  private double[] amounts() {
    return buyers().mapToDouble(customer -> spend[customer]).toArray();
  }
}
