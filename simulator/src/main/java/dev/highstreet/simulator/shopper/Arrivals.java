package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Season;
import dev.highstreet.simulator.profile.Shoppers;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * On which day customers are seen for the first time. Customers are numbered in this order. The
 * n-th comes when the expected number of customers, a curve that never falls, passes n plus a
 * uniform draw of its own: as many as were asked for come in the period, and more after it.
 */
final class Arrivals {
  private static final int PURPOSE = "arrival".hashCode();

  private final Shoppers shoppers;
  private final Season season;
  private final BusinessTime time;
  private final LocalDate from;
  private final long seed;
  private final int customers;
  private final double perWeight;
  private double[] ends = new double[512];
  private int days;

  Arrivals(
      Shoppers shoppers,
      Season season,
      BusinessTime time,
      long seed,
      int customers,
      LocalDate from,
      int periodDays) {
    this.shoppers = shoppers;
    this.season = season;
    this.time = time;
    this.from = from;
    this.seed = seed;
    this.customers = customers;
    this.perWeight = customers / endOf(periodDays - 1);
  }

  /** How many come in the period. */
  int customers() {
    return customers;
  }

  /** The number of customers that have been seen when a day ends. */
  int knownAfter(int day) {
    double expected = endOf(day) * perWeight;
    int sure = (int) Math.floor(expected + 1e-9);
    return sure > 0 && expected < sure + 1e-9 ? sure : sure + (position(sure) < expected ? 1 : 0);
  }

  private double position(int customer) {
    return customer + RandomStream.of(seed, PURPOSE, customer).nextDouble();
  }

  private double endOf(int day) {
    while (days <= day) {
      if (days == ends.length) {
        ends = Arrays.copyOf(ends, 2 * days);
      }
      ends[days] = (days == 0 ? 0 : ends[days - 1]) + weight(days);
      days++;
    }
    return ends[day];
  }

  private double weight(int day) {
    LocalDate date = from.plusDays(day);
    double yearly = shoppers.newcomers().sum() / 12 * 365;
    double opening =
        shoppers.openingShare() * Math.exp(-day / shoppers.openingDays()) / shoppers.openingDays();
    double newcomer =
        (1 - shoppers.openingShare()) * shoppers.newcomers().at(date.getMonthValue() - 1) / yearly;
    return (opening + newcomer) * season.openness(date) * time.mood(day);
  }
}
