package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * Turns a visit into its orders: one, often enough followed by another a few minutes later.
 * Immutable.
 */
final class VisitMaker {
  private static final int MOST_ORDERS = 20;
  private static final long MINUTE = 60_000;
  private static final long LONGEST_LEAD = 20 * MINUTE;

  private final Visits visits;
  private final double[] furtherMinutes;
  private final Timetable timetable;
  private final BasketMaker baskets;
  private final ZoneId zone;

  VisitMaker(Profile profile, PriceList prices, long seed, ZoneId zone) {
    this.visits = profile.visits();
    this.furtherMinutes = visits.furtherMinutes().toArray();
    this.timetable = new Timetable(profile.hours(), RandomStream.of(seed, "timetable", 0));
    this.baskets = new BasketMaker(profile, prices, seed);
    this.zone = zone;
  }

  /** Adds the orders of a visit. */
  void add(
      int customer, Person person, LocalDate day, RandomStream random, List<Purchase> purchases) {
    long at = timeOn(day, random);
    long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    double odds = Math.exp(visits.furtherIntercept() + visits.furtherSlope() * person.logRate());
    double again = person.once() ? 0 : odds / (1 + odds);
    for (int orders = 1; at < end; orders++) {
      purchases.add(order(customer, person, day, at, random));
      if (orders == MOST_ORDERS || random.nextDouble() >= again) {
        break;
      }
      at += 1000 + (long) (Quantiles.at(furtherMinutes, random.nextDouble()) * MINUTE);
    }
  }

  /** An order of somebody unknown, at some time of a day. */
  Purchase guest(Person person, LocalDate day, RandomStream random) {
    return order(Purchase.GUEST, person, day, timeOn(day, random), random);
  }

  /** One order at a given time. */
  Purchase order(int customer, Person person, LocalDate day, long at, RandomStream random) {
    return baskets.fill(customer, person, day, at, random);
  }

  /** Business days until the next visit. */
  double gap(Person person, RandomStream random) {
    double mean = Math.exp(-person.logRate());
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, visits.shape(), mean / visits.shape())
        .sample();
  }

  /** When somebody registered who first buys at a time: a little before, the same day. */
  long registration(LocalDate day, long firstPurchase, RandomStream random) {
    long start = day.atStartOfDay(zone).toInstant().toEpochMilli();
    return Math.max(start, firstPurchase - 1 - random.nextLong(LONGEST_LEAD));
  }

  private long timeOn(LocalDate day, RandomStream random) {
    int second = timetable.secondOf(day.getDayOfWeek(), random);
    LocalTime time = LocalTime.ofSecondOfDay(second);
    return day.atTime(time).atZone(zone).toInstant().toEpochMilli() + random.nextInt(1000);
  }
}
