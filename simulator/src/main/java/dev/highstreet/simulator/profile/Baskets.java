package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * What is in an order. Every order has three scores, of lines, of quantity and of price, each
 * normal with mean 0 and variance 1 over all orders: the customer's own trait, what the hour, the
 * weekday and the month add, and a part of the order's own. What a score comes to is said by tables
 * over the score, from {@link #LEAST_SCORE} to its negative.
 *
 * @param lines number of lines at each of the scores, evenly spaced
 * @param covariance of the order's own parts of the three scores, the lower triangle row by row: 6
 *     figures
 * @param spreadByRate how much the log of the deviation of those parts grows with a customer's log
 *     rate: 3 figures; the covariance is that of a customer of {@link Shoppers#usualLogRate}
 * @param hours what each hour of the day adds to the three scores: 3 rows of 24
 * @param weekdays what each weekday adds: 3 rows of 7, Monday first
 * @param months what each month adds: 3 rows of 12, January first
 * @param further what is added in a further order of the same visit: 3 figures
 * @param again chance that a line is of a product that the customer has bought before
 * @param sizes how quantities and prices come about, by number of lines; by ascending size
 */
public record Baskets(
    Origin origin,
    Figures lines,
    Figures covariance,
    Figures spreadByRate,
    List<Figures> hours,
    List<Figures> weekdays,
    List<Figures> months,
    Figures further,
    double again,
    List<BasketSize> sizes) {
  /** The scores: lines, quantity, price. */
  public static final int SCORES = 3;

  /** Tables over a score begin here, and end at the same above 0. */
  public static final double LEAST_SCORE = -3;

  private static final int MOST_LINES = 10_000;

  /** Refuses what cannot be. */
  public Baskets {
    Checks.given("baskets.origin", origin);
    Checks.size("baskets.lines", lines, 2, 1000);
    Checks.each("baskets.lines", lines, 1, MOST_LINES);
    Checks.ascending("baskets.lines", lines);
    Checks.size("baskets.covariance", covariance, SCORES * (SCORES + 1) / 2);
    Checks.each("baskets.covariance", covariance, -10, 10);
    Checks.size("baskets.spreadByRate", spreadByRate, SCORES);
    Checks.each("baskets.spreadByRate", spreadByRate, -2, 2);
    hours = shifts("baskets.hours", hours, 24);
    weekdays = shifts("baskets.weekdays", weekdays, 7);
    months = shifts("baskets.months", months, 12);
    Checks.size("baskets.further", further, SCORES);
    Checks.each("baskets.further", further, -10, 10);
    Checks.share("baskets.again", again);
    Checks.size("baskets.sizes", sizes, 1, 200);
    sizes = List.copyOf(sizes);
    for (int i = 1; i < sizes.size(); i++) {
      Checks.count(
          "baskets.sizes[" + i + "].upTo",
          sizes.get(i).upTo(),
          sizes.get(i - 1).upTo() + 1,
          Integer.MAX_VALUE);
    }
  }

  private static List<Figures> shifts(String field, List<Figures> rows, int size) {
    Checks.size(field, rows, SCORES, SCORES);
    for (Figures row : rows) {
      Checks.size(field, row, size);
      Checks.each(field, row, -10, 10);
    }
    return List.copyOf(rows);
  }
}
