package dev.highstreet.simulator.fraud;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.engine.Attackers;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.payment.Payments;
import dev.highstreet.simulator.profile.FraudProfile;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Fraudsters. They place orders like anybody, which then go the way of all orders; weeks later they
 * are labelled. There are none before enough honest orders were seen, for fraudsters buy what
 * others buy. How many orders they place follows from how many honest ones there are.
 */
public final class Fraud implements ShopPart, Attackers {
  private static final int SLICE = "fraud".hashCode();
  private static final int ATTACK = "fraud attack".hashCode();
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final double NEW_DAY = 0.2;
  // so many times the usual fraud is an attack of intensity 1
  private static final double USUAL_ATTACK = 20;

  private final FraudProfile profile;
  private final List<String> countries;
  private final Payments payments;
  private final HonestOrders honest = new HonestOrders();
  private final Map<FraudPattern, Double> weights = new EnumMap<>(FraudPattern.class);
  private final Map<Long, FraudPattern> expected = new HashMap<>();
  private final Disguise disguise;
  private Crimes crimes;
  private Investigations investigations;
  private double ordersADay;
  private int ordersToday;
  private boolean firstDay = true;
  private int attack;

  /**
   * Fraudsters as a profile says.
   *
   * @param countries where cards are stolen and goods are sent, the shop's own first
   * @param payments where they pay
   */
  public Fraud(FraudProfile profile, List<String> countries, Payments payments) {
    this.profile = requireNonNull(profile, "profile is null");
    this.countries = List.copyOf(countries);
    this.payments = requireNonNull(payments, "payments is null");
    this.disguise = new Disguise(profile.difficulty());
    weights.put(FraudPattern.CARD_TESTING, profile.cardTestingWeight());
    weights.put(FraudPattern.ACCOUNT_TAKEOVER, profile.takeoverWeight());
    weights.put(FraudPattern.RING, profile.ringWeight());
    weights.put(FraudPattern.COUNTRY_MISMATCH, profile.countryWeight());
    weights.put(FraudPattern.HIGH_VALUE, profile.highValueWeight());
  }

  @Override
  public void shopOpens(World world) {
    crimes = new Crimes(world, honest, disguise, countries);
    investigations = new Investigations(profile, world, honest);
  }

  @Override
  public void dayBegins(World world, LocalDate day) {
    if (ordersADay == 0) {
      ordersADay = ordersToday;
    } else {
      ordersADay += NEW_DAY * (ordersToday - ordersADay);
    }
    ordersToday = 0;
    honest.weigh();
    if (!firstDay) {
      plan(world, world.now(), DAY, ordersADay, 0);
    }
    firstDay = false;
  }

  @Override
  public void orderPlaced(World world, PlacedOrder order) {
    FraudPattern pattern = expected.isEmpty() ? null : expected.remove(order.entity());
    if (pattern == null) {
      ordersToday++;
      honest.add(order);
      investigations.honest(order);
    } else {
      investigations.fraud(order, pattern);
    }
  }

  /** May be looked into, but is imitated by nobody, and brings no more fraudsters. */
  @Override
  public void outsideOrderPlaced(World world, PlacedOrder order) {
    investigations.honest(order);
  }

  @Override
  public void attack(World world, long until, double intensity) {
    attack++;
    goOn(world, until, intensity, attack);
  }

  @Override
  public void cease(World world) {
    attack++;
  }

  private void goOn(World world, long until, double intensity, int ofAttack) {
    if (attack == ofAttack && world.now() < until) {
      long span = Math.min(HOUR, until - world.now());
      double honestOrders = Math.max(ordersADay, ordersToday) * span / DAY;
      plan(world, world.now(), span, honestOrders * USUAL_ATTACK * intensity, ofAttack);
      world.at(world.now() + span, now -> goOn(world, until, intensity, ofAttack));
    }
  }

  /** Plans the frauds that begin in a span of time, beside so many honest orders. */
  private void plan(World world, long from, long span, double honestOrders, int ofAttack) {
    if (!honest.areEnough()) {
      return;
    }
    int purpose = ofAttack == 0 ? SLICE : ATTACK;
    double orders = honestOrders * profile.share() / (1 - profile.share());
    double allWeights = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    for (Map.Entry<FraudPattern, Double> pattern : weights.entrySet()) {
      long entity = RandomStream.mix(from, pattern.getKey().name().hashCode());
      RandomStream random = RandomStream.of(world.seed(), purpose, entity);
      double attacks =
          orders * pattern.getValue() / allWeights / Crimes.ordersEach(pattern.getKey());
      int count = attacks > 0 ? PoissonSampler.of(random, attacks).sample() : 0;
      for (int i = 0; i < count; i++) {
        long number = RandomStream.mix(RandomStream.mix(purpose, entity), i);
        long at = from + (long) (random.nextDouble() * span);
        if (ofAttack == 0 && disguise.hides(random)) {
          at = from + Math.floorMod(honest.any(random).at() - from, span);
        }
        for (FraudOrder order : crimes.commit(pattern.getKey(), number, at, random)) {
          world.approach(order.draft());
          world.at(order.draft().at(), now -> place(world, order, ofAttack));
        }
      }
    }
  }

  private void place(World world, FraudOrder order, int ofAttack) {
    if (ofAttack != 0 && ofAttack != attack) {
      return; // they have gone
    }
    long entity = order.draft().entity();
    expected.put(entity, order.pattern());
    if (order.script() != null) {
      payments.expect(entity, order.script());
    }
    if (world.place(order.draft()).isEmpty()) {
      expected.remove(entity);
      payments.forget(entity);
    }
  }
}
