package dev.highstreet.simulator.calibrate.fit;

import dev.highstreet.simulator.calibrate.PastOrder;
import dev.highstreet.simulator.calibrate.SalesHistory;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Histories of shops that never were. */
final class MadeUpHistory {
  private MadeUpHistory() {}

  /** The history that a profile makes up for its own period. */
  static SalesHistory of(Profile profile, int customers, long seed) {
    LocalDate first = profile.first();
    LocalDate end = profile.last().plusDays(1);
    Demand demand = Demand.of(profile, seed, customers, first, end, profile.zone());
    List<PastOrder> orders = new ArrayList<>();
    for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
      for (Purchase purchase : demand.day(day)) {
        long[] prices = new long[purchase.lines()];
        for (int line = 0; line < prices.length; line++) {
          prices[line] =
              demand.prices().listPriceMicros(purchase.products()[line], day)
                  - purchase.discountsMicros()[line] / purchase.quantities()[line];
        }
        orders.add(
            new PastOrder(
                purchase.customer(),
                purchase.at(),
                purchase.products(),
                purchase.quantities(),
                prices));
      }
    }
    return history(profile, customers, orders);
  }

  private static SalesHistory history(Profile profile, int customers, List<PastOrder> orders) {
    int products = profile.assortment().products().size();
    return new SalesHistory(
        profile.zone(),
        profile.first(),
        profile.last(),
        customers,
        Collections.nCopies(products, "P"),
        Collections.nCopies(products, "Things"),
        orders,
        List.of());
  }

  /** The same with other orders. */
  static SalesHistory with(
      Profile profile, SalesHistory history, int customers, UnaryOperator<PastOrder> change) {
    return history(profile, customers, history.orders().stream().map(change).toList());
  }

  /** So many orders of one line by as many customers, an hour apart. */
  static SalesHistory singles(Profile profile, int orders, int products) {
    long start = profile.first().atStartOfDay(profile.zone()).toInstant().toEpochMilli();
    List<PastOrder> made = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      RandomStream random = RandomStream.of(1, "singles", i);
      made.add(
          new PastOrder(
              i,
              start + i * 3_600_000L,
              new int[] {random.nextInt(products)},
              new int[] {1 + random.nextInt(3)},
              new long[] {2_500_000}));
    }
    return history(profile, orders, made);
  }
}
