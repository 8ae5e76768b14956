package dev.highstreet.simulator.shopper;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.Visits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;
  private static final long LONGEST_LEAD = 20 * MINUTE;

  private final Visits visits;
  private final Table furtherMinutes;
  private final Table guestLines;
  private final Person guest;
  private final Timetable timetable;
  private final ScoreMaker scores;
  private final BasketMaker baskets;
  private final PriceList prices;
  private final ZoneId zone;

  VisitMaker(Profile profile, PriceList prices, ZoneId zone) {
    this.visits = profile.visits();
    this.furtherMinutes = new Table(visits.furtherMinutes());
    this.guestLines = new Table(profile.guests().lines());
    this.guest =
        new Person(
            true,
            profile.shoppers().usualLogRate(),
            0,
            profile.guests().quantity(),
            profile.guests().price(),
            0,
            0);
    this.timetable = new Timetable(profile.hours(), RandomStream.of(0, "timetable", 0));
    this.scores = new ScoreMaker(profile.baskets(), profile.shoppers().usualLogRate());
    this.baskets = new BasketMaker(profile.baskets(), profile.assortment());
    this.prices = prices;
    this.zone = zone;
  }

  /** Adds the orders of a visit. */
  void add(
      int number, Customer customer, LocalDate day, RandomStream random, List<Purchase> purchases) {
    LocalDateTime time = timeOn(day, random);
    long at = millis(time);
    long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    double odds =
        Math.exp(
            visits.furtherIntercept()
                + visits.furtherSlope() * customer.person().logRate()
                + visits.furtherSpread() * customer.person().hurry());
    double again = odds / (1 + odds);
    for (int orders = 1; at < end; orders++) {
      boolean isFurther = orders > 1;
      Scores here = scores.scores(customer.person(), time, isFurther, random);
      int lines = scores.lines(here.lines(), random);
      Purchase purchase =
          purchase(
              number, customer.memory(), day, at, lines, here.quantity(), here.price(), random);
      purchases.add(purchase);
      customer.memory().add(purchase.products());
      if (orders == MOST_ORDERS || random.nextDouble() >= again) {
        break;
      }
      at += SECOND + (long) (furtherMinutes.along(random.nextDouble()) * MINUTE);
      time = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), zone);
    }
  }

  /** An order that no visit foresaw. */
  Purchase impulse(int number, Customer customer, long at, RandomStream random) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), zone);
    Scores here = scores.scores(customer.person(), time, false, random);
    int lines = scores.lines(here.lines(), random);
    return purchase(
        number,
        customer.memory(),
        time.toLocalDate(),
        at,
        lines,
        here.quantity(),
        here.price(),
        random);
  }

  /** An order of somebody unknown, at some time of a day. */
  Purchase guest(LocalDate day, RandomStream random) {
    return guest(day, millis(timeOn(day, random)), random);
  }

  /** An order of somebody unknown, at a given time of a day. */
  Purchase guest(LocalDate day, long at, RandomStream random) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(at), zone);
    Scores here = scores.scores(guest, time, false, random);
    int lines = (int) (guestLines.along(random.nextDouble()) + random.nextDouble());
    return purchase(
        Purchase.GUEST, new Memory(), day, at, lines, here.quantity(), here.price(), random);
  }

  private Purchase purchase(
      int number,
      Memory memory,
      LocalDate day,
      long at,
      int lines,
      double quantity,
      double price,
      RandomStream random) {
    Basket basket =
        baskets.fill(
            prices.month(day), lines, quantity, price, memory.products(), memory.size(), random);
    return new Purchase(
        number, at, basket.products(), basket.quantities(), basket.discountsMicros());
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

  private LocalDateTime timeOn(LocalDate day, RandomStream random) {
    int second = timetable.secondOf(day.getDayOfWeek(), random);
    return day.atTime(LocalTime.ofSecondOfDay(second)).plusNanos(random.nextInt(1000) * 1_000_000L);
  }

  private long millis(LocalDateTime time) {
    return time.atZone(zone).toInstant().toEpochMilli();
  }
}
