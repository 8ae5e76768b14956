package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.PastReturn;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The customers of a shop, parted into two halves that spend about alike: of each pair of
 * neighbours by spend, chance puts one to each side. Parted at random, a few heavy customers would
 * decide which half is the richer. Orders of nobody known are in neither.
 *
 * @param fitted what a model may learn from
 * @param held what it is scored against
 */
public record Halves(SalesHistory fitted, SalesHistory held) {
  /** With fewer customers, a half of them is no shop. */
  static final int FEWEST_CUSTOMERS = 4;

  /**
   * Parts a history.
   *
   * @param seed another one parts it otherwise
   * @throws IllegalArgumentException if there are fewer than 4 customers
   */
  public static Halves of(SalesHistory history, long seed) {
    if (history.customers() < FEWEST_CUSTOMERS) {
      throw new IllegalArgumentException(
          "%d known customers cannot be parted into halves; it takes %d"
              .formatted(history.customers(), FEWEST_CUSTOMERS));
    }
    boolean[] inFirst = sides(history, seed);
    return new Halves(side(history, inFirst, true), side(history, inFirst, false));
  }

  private static boolean[] sides(SalesHistory history, long seed) {
    double[] spend = new double[history.customers()];
    for (PastOrder order : history.orders()) {
      if (order.customer() != PastOrder.GUEST) {
        spend[order.customer()] += Portrait.value(order);
      }
    }
    int[] bySpend =
        IntStream.range(0, spend.length)
            .boxed()
            .sorted(Comparator.comparingDouble(customer -> spend[customer]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] inFirst = new boolean[spend.length];
    for (int pair = 0; pair < (bySpend.length + 1) / 2; pair++) {
      boolean lower = RandomStream.of(seed, "halves", pair).nextBoolean();
      inFirst[bySpend[2 * pair]] = lower;
      if (2 * pair + 1 < bySpend.length) {
        inFirst[bySpend[2 * pair + 1]] = !lower;
      }
    }
    return inFirst;
  }

  private static SalesHistory side(SalesHistory history, boolean[] inFirst, boolean first) {
    int[] numbers = new int[inFirst.length];
    Arrays.fill(numbers, PastOrder.GUEST);
    int customers = 0;
    for (int customer = 0; customer < inFirst.length; customer++) {
      if (inFirst[customer] == first) {
        numbers[customer] = customers++;
      }
    }
    List<PastOrder> orders = new ArrayList<>();
    for (PastOrder order : history.orders()) {
      int number =
          order.customer() == PastOrder.GUEST ? order.customer() : numbers[order.customer()];
      if (number != PastOrder.GUEST) {
        orders.add(
            new PastOrder(
                number, order.at(), order.products(), order.quantities(), order.pricesMicros()));
      }
    }
    List<PastReturn> returns = new ArrayList<>();
    for (PastReturn back : history.returns()) {
      int number = back.customer() == PastOrder.GUEST ? back.customer() : numbers[back.customer()];
      if (number != PastOrder.GUEST) {
        returns.add(
            new PastReturn(
                number, back.at(), back.products(), back.quantities(), back.pricesMicros()));
      }
    }
    return new SalesHistory(
        history.zone(),
        history.first(),
        history.last(),
        customers,
        history.products(),
        history.categories(),
        orders,
        returns);
  }
}
