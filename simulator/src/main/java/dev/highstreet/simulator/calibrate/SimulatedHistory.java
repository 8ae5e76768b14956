package dev.highstreet.simulator.calibrate;

import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the shoppers of a profile set out to buy, as a history that stands beside a real one. */
public final class SimulatedHistory {
  private SimulatedHistory() {}

  /**
   * Known customers' purchases at what they would pay; guests are left out, since nobody can score
   * them, and so are returns.
   *
   * @param like the history that the profile was fitted to: its period, its products by number
   * @param customers how many customers there are to be
   * @param seed the same gives the same history
   */
  public static SalesHistory of(Profile profile, SalesHistory like, int customers, long seed) {
    LocalDate end = like.last().plusDays(1);
    Demand demand = Demand.of(profile, seed, customers, like.first(), end, like.zone());
    List<PastOrder> orders = new ArrayList<>();
    for (LocalDate day = like.first(); day.isBefore(end); day = day.plusDays(1)) {
      for (Purchase purchase : demand.day(day)) {
        if (purchase.customer() != Purchase.GUEST) {
          orders.add(order(purchase, demand, day));
        }
      }
    }
    return new SalesHistory(
        like.zone(),
        like.first(),
        like.last(),
        customers,
        like.products(),
        like.categories(),
        orders,
        List.of());
  }

  private static PastOrder order(Purchase purchase, Demand demand, LocalDate day) {
    long[] paidMicros = new long[purchase.lines()];
    for (int line = 0; line < paidMicros.length; line++) {
      long listMicros = demand.prices().listPriceMicros(purchase.products()[line], day);
      paidMicros[line] =
          Math.max(1, listMicros - purchase.discountsMicros()[line] / purchase.quantities()[line]);
    }
    return new PastOrder(
        purchase.customer(), purchase.at(), purchase.products(), purchase.quantities(), paidMicros);
  }
}
