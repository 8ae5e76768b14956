package dev.highstreet.simulator.calibrate.score;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Models that get everything right but one thing. */
final class Fakes {
  private Fakes() {}

  /** Draws the fitted customers again, with all that they bought: perfect, and worthless. */
  static SalesHistory customersDrawnAgain(SalesHistory fitted, int customers, long seed) {
    return drawn(fitted, customers, seed, (orders, random) -> orders);
  }

  /**
   * Comes when real customers come, but draws lines, products and quantities from their marginal
   * distributions, each by itself.
   */
  static SalesHistory independentBaskets(SalesHistory fitted, int customers, long seed) {
    List<PastOrder> all = fitted.orders();
    int[] products = all.stream().flatMapToInt(o -> Arrays.stream(o.products())).toArray();
    int[] quantities = all.stream().flatMapToInt(o -> Arrays.stream(o.quantities())).toArray();
    long[] prices = all.stream().flatMapToLong(o -> Arrays.stream(o.pricesMicros())).toArray();
    return drawn(
        fitted,
        customers,
        seed,
        (orders, random) -> {
          List<PastOrder> others = new ArrayList<>();
          for (PastOrder order : orders) {
            int lines = all.get(random.nextInt(all.size())).lines();
            PastOrder other =
                new PastOrder(
                    order.customer(), order.at(), new int[lines], new int[lines], new long[lines]);
            for (int line = 0; line < lines; line++) {
              int place = random.nextInt(products.length);
              other.products()[line] = products[place];
              other.pricesMicros()[line] = prices[place];
              other.quantities()[line] = quantities[random.nextInt(quantities.length)];
            }
            others.add(other);
          }
          return others;
        });
  }

  /**
   * Buys what real customers buy, and as often; but each customer's orders are those of a Poisson
   * process: any day between the first and the last is as good as another.
   */
  static SalesHistory poissonGaps(SalesHistory fitted, int customers, long seed) {
    return drawn(
        fitted,
        customers,
        seed,
        (orders, random) -> {
          LocalDate first = day(fitted, orders.get(0));
          long days = ChronoUnit.DAYS.between(first, day(fitted, orders.get(orders.size() - 1)));
          List<PastOrder> others = new ArrayList<>();
          for (int i = 0; i < orders.size(); i++) {
            boolean between = i > 0 && i < orders.size() - 1;
            LocalDate day =
                between
                    ? first.plusDays((long) (days * random.nextDouble()))
                    : day(fitted, orders.get(i));
            others.add(on(fitted, day, orders.get(i)));
          }
          return others;
        });
  }

  private interface Change {
    List<PastOrder> of(List<PastOrder> orders, RandomStream random);
  }

  private static SalesHistory drawn(SalesHistory fitted, int customers, long seed, Change change) {
    List<List<PastOrder>> byCustomer = new ArrayList<>();
    for (int customer = 0; customer < fitted.customers(); customer++) {
      byCustomer.add(new ArrayList<>());
    }
    fitted.orders().forEach(order -> byCustomer.get(order.customer()).add(order));
    List<PastOrder> orders = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      RandomStream random = RandomStream.of(seed, "fake", customer);
      List<PastOrder> theirs = byCustomer.get(random.nextInt(byCustomer.size()));
      for (PastOrder order : change.of(theirs, random)) {
        orders.add(
            new PastOrder(
                customer, order.at(), order.products(), order.quantities(), order.pricesMicros()));
      }
    }
    orders.sort(Comparator.comparingLong(PastOrder::at));
    return new SalesHistory(
        fitted.zone(),
        fitted.first(),
        fitted.last(),
        customers,
        fitted.products(),
        fitted.categories(),
        orders,
        List.of());
  }

  private static LocalDate day(SalesHistory history, PastOrder order) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(order.at()), history.zone());
  }

  private static PastOrder on(SalesHistory history, LocalDate day, PastOrder order) {
    LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(order.at()), history.zone());
    return new PastOrder(
        order.customer(),
        day.atTime(time).atZone(history.zone()).toInstant().toEpochMilli(),
        order.products(),
        order.quantities(),
        order.pricesMicros());
  }
}
