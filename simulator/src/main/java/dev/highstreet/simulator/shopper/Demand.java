package dev.highstreet.simulator.shopper;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Everything that shoppers set out to buy, day after day, as a profile describes it. The days are
 * asked for one after the other; there is no last one. The same profile, seed, number of customers
 * and first day give the same purchases, on any number of threads.
 *
 * <p>Customers are numbered from 0 in the order in which they are first seen. One thread at a time
 * may ask.
 */
public final class Demand {
  private static final int VISIT = "visit".hashCode();
  private static final int GUEST = "guest".hashCode();
  private static final int YEAR = 365;
  private static final int SHARD = 64;
  private static final Comparator<Purchase> BY_TIME =
      Comparator.comparingLong(Purchase::at).thenComparingInt(Purchase::customer);

  private final Profile profile;
  private final long seed;
  private final LocalDate from;
  private final LocalDate to;
  private final ZoneId zone;
  private final PriceList prices;
  private final BusinessTime time;
  private final Arrivals arrivals;
  private final People people;
  private final VisitMaker visits;
  private final Queue queue = new Queue();
  private final boolean parallel;
  private final double leaveShare;
  private int nextDay;
  private int known;
  private Customer[] customers = new Customer[1024];

  private Demand(
      Profile profile,
      long seed,
      int customers,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      boolean parallel) {
    this.profile = profile;
    this.seed = seed;
    this.from = from;
    this.to = to;
    this.zone = zone;
    this.parallel = parallel;
    this.leaveShare = profile.shoppers().leaveShare();
    this.prices = PriceList.of(profile, from);
    this.time = new BusinessTime(profile.season(), seed, from);
    this.people = new People(profile, seed);
    this.visits = new VisitMaker(profile, prices, zone);
    int period = to == null ? YEAR : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    this.arrivals =
        new Arrivals(profile.shoppers(), profile.season(), time, seed, customers, from, period);
  }

  /**
   * The demand of a shop, from a day on.
   *
   * @param customers how many known customers come in the period, or in the first 365 days if it
   *     has no end; 1 or more
   * @param from the first day
   * @param to the day after the last, or null if there is none: then it goes on for ever
   * @throws IllegalArgumentException if there is no customer or no day
   */
  public static Demand of(
      Profile profile, long seed, int customers, LocalDate from, LocalDate to, ZoneId zone) {
    requireNonNull(profile, "profile is null");
    requireNonNull(from, "from is null");
    requireNonNull(zone, "zone is null");
    if (customers < 1) {
      throw new IllegalArgumentException(
          "customers is %d: give a whole number from 1".formatted(customers));
    }
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException(
          "the end is %s: give a day after the first, %s".formatted(to, from));
    }
    return new Demand(profile, seed, customers, from, to, zone, false);
  }

  /**
   * The same demand from its first day, with the customers of a day spread over threads: those of
   * the fork-join pool in which {@link #day} is called, the common one if it is called outside of
   * any.
   */
  public Demand inParallel() {
    int customers = arrivals.customers();
    return new Demand(profile, seed, customers, from, to, zone, true);
  }

  /**
   * What shoppers set out to buy on a day, by time, then customer.
   *
   * @param day the first day, and then each time the next
   * @throws IllegalArgumentException if it is another day
   */
  public List<Purchase> day(LocalDate day) {
    LocalDate expected = from.plusDays(nextDay);
    if (!day.equals(expected) || day.equals(to)) {
      throw new IllegalArgumentException(
          day.equals(to)
              ? "%s is after the end of the period".formatted(day)
              : "the day is %s: days follow each other, and %s is next".formatted(day, expected));
    }
    int number = nextDay++;
    int[] due = due(number);
    int shards = (due.length + SHARD - 1) / SHARD;
    IntStream shardNumbers = IntStream.range(0, shards);
    List<List<Purchase>> made =
        (parallel ? shardNumbers.parallel() : shardNumbers)
            .mapToObj(shard -> visit(due, shard, number, day))
            .toList();
    List<Purchase> purchases = new ArrayList<>();
    made.forEach(purchases::addAll);
    for (int customer : due) {
      if (customers[customer].comesBack()) {
        queue.add(customer, customers[customer].nextVisit());
      }
    }
    addGuests(purchases, due.length, day);
    purchases.sort(BY_TIME);
    return purchases;
  }

  /**
   * What a shopper buys on a visit that the process itself did not foresee; later visits stay as
   * they are.
   *
   * @param customer a customer who is known already, or {@link Purchase#GUEST}
   * @param at milliseconds since 1970, UTC
   * @param random where the draws of this purchase come from
   */
  public Purchase impulse(int customer, long at, RandomStream random) {
    if (customer == Purchase.GUEST) {
      return visits.guest(LocalDate.ofInstant(Instant.ofEpochMilli(at), zone), at, random);
    }
    return visits.impulse(customer, known(customer), at, random);
  }

  /** The number of customers that have been seen so far. */
  public int customers() {
    return known;
  }

  /**
   * When a customer who has been seen registered: shortly before the first purchase, on the same
   * day.
   */
  public long registeredAt(int customer) {
    return known(customer).registeredAt();
  }

  /** Where a customer who has been seen lives: a name of the profile's countries. */
  public String country(int customer) {
    return profile.countries().names().get(known(customer).person().country());
  }

  /** The country of most customers. */
  public String home() {
    return profile.countries().names().get(0);
  }

  /** The share of orders that guests make, about: where each customer's visit is one order. */
  public double guestShare() {
    double guests = profile.guests().ordersPerVisit();
    return guests / (1 + guests);
  }

  /** What is on offer, and at what list price. */
  public PriceList prices() {
    return prices;
  }

  private Customer known(int customer) {
    if (customer < 0 || customer >= known) {
      throw new IllegalArgumentException(
          "customer %d is not known: there are %d so far".formatted(customer, known));
    }
    return customers[customer];
  }

  /** The customers who come on a day, in order of their numbers. */
  private int[] due(int day) {
    int before = known;
    known = arrivals.knownAfter(day);
    makeRoom();
    int[] due = new int[known - before + 16];
    int size = 0;
    while (queue.isDue(time.endOf(day))) {
      if (size == due.length) {
        due = Arrays.copyOf(due, 2 * size);
      }
      due[size++] = queue.remove();
    }
    due = Arrays.copyOf(due, size + known - before);
    for (int customer = before; customer < known; customer++) {
      double start = time.startOf(day);
      double part = RandomStream.of(seed, VISIT, customer).nextDouble();
      customers[customer] =
          new Customer(people.person(customer, day), start + part * (time.endOf(day) - start));
      due[size++] = customer;
    }
    Arrays.sort(due);
    return due;
  }

  private List<Purchase> visit(int[] due, int shard, int day, LocalDate date) {
    List<Purchase> purchases = new ArrayList<>();
    for (int i = shard * SHARD; i < Math.min(due.length, (shard + 1) * SHARD); i++) {
      int number = due[i];
      Customer customer = customers[number];
      int count = customer.countVisit();
      RandomStream random = RandomStream.of(seed, VISIT, RandomStream.mix(number, count));
      int first = purchases.size();
      visits.add(number, customer, date, random, purchases);
      if (count == 1) {
        customer.registeredAt(visits.registration(date, purchases.get(first).at(), random));
      }
      double next = customer.nextVisit() + visits.gap(customer.person(), random);
      customer.nextVisit(Math.max(next, time.endOf(day))); // one visit a day
      if (count == 1 ? customer.person().once() : random.nextDouble() < leaveShare) {
        customer.leave();
      }
    }
    return purchases;
  }

  private void addGuests(List<Purchase> purchases, int visitors, LocalDate day) {
    double expected = visitors * profile.guests().ordersPerVisit();
    if (expected == 0) {
      return;
    }
    int guests =
        PoissonSampler.of(RandomStream.of(seed, GUEST, day.toEpochDay()), expected).sample();
    for (int guest = 0; guest < guests; guest++) {
      RandomStream random = RandomStream.of(seed, GUEST, RandomStream.mix(day.toEpochDay(), guest));
      purchases.add(visits.guest(day, random));
    }
  }

  private void makeRoom() {
    if (known > customers.length) {
      customers = Arrays.copyOf(customers, Math.max(known, 2 * customers.length));
    }
  }
}
