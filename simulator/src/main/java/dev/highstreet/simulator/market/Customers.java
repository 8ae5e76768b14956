package dev.highstreet.simulator.market;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.Loyalty;
import java.util.Arrays;

/**
 * The customers who have registered, what is known of them, and how loyal they have been: a tier
 * follows from what somebody has spent in all.
 */
public final class Customers {
  private static final int CUSTOMER = "customer".hashCode();
  private static final String HOME = "United Kingdom"; // the only country whose towns are known
  private static final double OWNS_COMPUTER = 0.6;

  private final long seed;
  private final Loyalty loyalty;
  private final Towns towns = new Towns();
  private Customer[] customers = new Customer[1024];
  private int[] registered = new int[1024];
  private long[] spentMicros = new long[1024];
  private byte[] tiers = new byte[1024];
  private int[] revisions = new int[1024];
  private int size;

  /** Nobody is known yet. */
  public Customers(long seed, Loyalty loyalty) {
    this.seed = seed;
    this.loyalty = loyalty;
  }

  /** Somebody turns up who will register; their facts follow from their number alone. */
  public void meet(int number, String country) {
    makeRoom(number);
    RandomStream random = RandomStream.of(seed, CUSTOMER, number);
    Towns.Town town = country.equals(HOME) ? towns.any(random) : null;
    boolean computer = random.nextDouble() < OWNS_COMPUTER;
    customers[number] =
        new Customer(
            number,
            Ids.of("C", number + 1L, 6),
            country,
            town == null ? null : town.name(),
            town == null ? null : Towns.area(town, random),
            Devices.phone(seed, number),
            Devices.phoneAgent(random),
            computer ? Devices.computer(seed, number) : null,
            computer ? Devices.computerAgent(random) : null,
            Devices.ipAddress(random));
  }

  /** Somebody whom the shop has met registers. */
  public Customer register(int number) {
    revisions[number] = 1;
    registered[size++] = number;
    return customer(number);
  }

  /** How many have registered. */
  public int size() {
    return size;
  }

  /** The nth to register, from 0. */
  public int nth(int nth) {
    return registered[nth];
  }

  /** Whether somebody has registered. */
  public boolean isRegistered(int number) {
    return number >= 0 && number < revisions.length && revisions[number] > 0;
  }

  /**
   * Somebody whom the shop has met.
   *
   * @throws IllegalArgumentException if nobody has that number
   */
  public Customer customer(int number) {
    if (number < 0 || number >= customers.length || customers[number] == null) {
      throw new IllegalArgumentException("there is no customer %d".formatted(number));
    }
    return customers[number];
  }

  /** The name of somebody's tier. */
  public String tier(int number) {
    return Loyalty.TIERS.get(tiers[number]);
  }

  /** The newest revision of somebody. */
  public int revision(int number) {
    return revisions[number];
  }

  /** Whether somebody's tier has free delivery. */
  public boolean hasFreeDelivery(int number) {
    return tiers[number] >= loyalty.freeDeliveryFrom();
  }

  /** Somebody has spent money. Whether this brings them, with a new revision, to another tier. */
  public boolean spend(int number, long micros) {
    spentMicros[number] += micros;
    byte tier = tiers[number];
    while (tier + 1 < Loyalty.TIERS.size()
        && spentMicros[number] >= loyalty.thresholdsMicros().at(tier)) {
      tier++;
    }
    boolean risen = tier > tiers[number];
    if (risen) {
      tiers[number] = tier;
      revisions[number]++;
    }
    return risen;
  }

  private void makeRoom(int number) {
    if (number >= customers.length || size >= registered.length) {
      int length = Math.max(number + 1, 2 * customers.length);
      customers = Arrays.copyOf(customers, length);
      registered = Arrays.copyOf(registered, length);
      spentMicros = Arrays.copyOf(spentMicros, length);
      tiers = Arrays.copyOf(tiers, length);
      revisions = Arrays.copyOf(revisions, length);
    }
  }
}
