package dev.highstreet.simulator.browsing;

import dev.highstreet.schemas.ActivityKind;
import dev.highstreet.schemas.ShopperActivity;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Catalogue;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Ids;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import dev.highstreet.simulator.profile.Browsing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Puts down what people do besides buying: the session or visit that leads to a purchase, and those
 * around it that lead to none. Draws from streams of its own, so that no purchase depends on it.
 */
public final class Sessions {
  static final int SESSION = "session".hashCode();
  private static final int AROUND = "sessions-around".hashCode();
  private static final int RECENT_BUYERS = 1024;
  private static final double BUYS_OFTEN = 0.6; // of those who are known, and look around
  private static final long MINUTE = 60_000;
  private static final long SPREAD = 180 * MINUTE; // a session without an order, from its order
  private static final long VISIT_SPREAD = 90 * MINUTE;

  private final World world;
  private final Browsing profile;
  private final Catalogue catalogue;
  private final Customers customers;
  private final Funnel phones;
  private final Funnel computers;
  private final SharedStateDiscreteSampler idleVisits;
  private final Dwell dwell = Dwell.usual();
  private final double logFurtherView;
  private final int[] buyers = new int[RECENT_BUYERS];
  private int bought;
  private int[] popular = new int[0];

  /** Sessions in a shop. */
  public Sessions(World world, Browsing profile, Catalogue catalogue, Customers customers) {
    this.world = world;
    this.profile = profile;
    this.catalogue = catalogue;
    this.customers = customers;
    this.phones = Funnel.of(profile, profile.phoneConversion());
    this.computers = Funnel.of(profile, profile.computerConversion());
    this.idleVisits = Funnel.idle(profile.shopConversion(), profile.sampled());
    this.logFurtherView = Math.log(1 - 1 / profile.views());
  }

  /**
   * What people look at now.
   *
   * @param products numbers of products, each as often as it is popular; nobody changes them
   */
  public void popular(int[] products) {
    if (products.length > 0) {
      popular = products;
    }
  }

  /** A customer has bought something, and is the more likely to look around. */
  public void bought(int customer) {
    buyers[bought % RECENT_BUYERS] = customer;
    bought = bought + 1 == 2 * RECENT_BUYERS ? RECENT_BUYERS : bought + 1;
  }

  /**
   * Puts down the session that leads to an order on the website.
   *
   * @param order to come at its time, put down after this
   * @param earliest when the session may start
   */
  public void before(OrderDraft order, long earliest) {
    long entity = order.entity();
    RandomStream random = RandomStream.of(world.seed(), SESSION, entity);
    long length = 2 * MINUTE + random.nextLong(18 * MINUTE) + 15_000L * order.products().length;
    long start = Math.max(earliest, order.at() - length);
    world.at(start, new BuyingSession(this, order, id(order), random));
  }

  /** The id of the session or visit that leads to an order. */
  public String id(OrderDraft order) {
    char prefix = world.store(order.store()).isShop() ? 'V' : 'S';
    return Ids.code(prefix, RandomStream.mix(world.seed() ^ SESSION, order.entity()));
  }

  /**
   * Puts down the sessions around an order on the website that lead to none.
   *
   * @param phone whether it comes from a phone; these convert less
   * @param earliest when they may start
   * @param latest before when they must have started
   */
  public void around(OrderDraft order, boolean phone, long earliest, long latest) {
    RandomStream random = RandomStream.of(world.seed(), AROUND, order.entity());
    Funnel funnel = phone ? phones : computers;
    int count = funnel.idle().withUniformRandomProvider(random).sample();
    for (int i = 0; i < count; i++) {
      long at = near(order.at(), SPREAD, earliest, latest, random);
      world.at(
          at,
          new IdleSession(
              this, RandomStream.mix(order.entity(), i), order.store(), funnel.end(random)));
    }
  }

  /**
   * Puts down the visit to a shop that leads to an order, and those around it that lead to none.
   */
  public void visit(OrderDraft order, Store shop, long earliest, long latest) {
    long entity = order.entity();
    RandomStream random = RandomStream.of(world.seed(), SESSION, entity);
    long start = order.at() - MINUTE - random.nextLong(30 * MINUTE);
    world.at(Math.max(earliest, start), new Visit(this, id(order), shop.number(), entity, 0));
    int count = idleVisits.withUniformRandomProvider(random).sample();
    for (int i = 1; i <= count; i++) {
      long at = near(order.at(), VISIT_SPREAD, earliest, latest, random);
      if (!Stores.isOpen(shop, local(at))) {
        at = Math.max(earliest, order.at() - random.nextLong(MINUTE));
      }
      String visit =
          Ids.code('V', RandomStream.mix(world.seed() ^ AROUND, RandomStream.mix(entity, i)));
      world.at(at, new Visit(this, visit, shop.number(), entity, i));
    }
  }

  /** A time near another, by a triangular distribution, folded back into a range. */
  private static long near(long at, long spread, long earliest, long latest, RandomStream random) {
    long time = at + random.nextLong(spread) - random.nextLong(spread);
    if (time < earliest) {
      time = earliest + (earliest - time);
    }
    if (time >= latest) {
      time = latest - 1 - (time - latest);
    }
    return Math.min(latest - 1, Math.max(earliest, time));
  }

  private LocalDateTime local(long at) {
    Instant instant = Instant.ofEpochMilli(at);
    ZoneOffset offset = world.zone().getRules().getOffset(instant);
    return LocalDateTime.ofEpochSecond(Math.floorDiv(at, 1000L), 0, offset);
  }

  World world() {
    return world;
  }

  Browsing profile() {
    return profile;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Dwell dwell() {
    return dwell;
  }

  /** How many products somebody looks at who buys nothing: geometric. */
  int views(RandomStream random) {
    return profile.views() == 1
        ? 1
        : 1 + (int) (Math.log(1 - random.nextDouble()) / logFurtherView);
  }

  /** Any product, popular ones more often; below 0 if none has been sold yet. */
  int anyProduct(RandomStream random) {
    return popular.length == 0 ? -1 : popular[random.nextInt(popular.length)];
  }

  /**
   * Somebody who has registered and is looking around; below 0 for a stranger. Loyal customers come
   * more often: most who are known are drawn from the latest buyers.
   */
  int anybody(RandomStream random) {
    if (customers.size() == 0 || random.nextDouble() >= profile.knownShare()) {
      return -1;
    }
    return bought > 0 && random.nextDouble() < BUYS_OFTEN
        ? buyers[random.nextInt(Math.min(bought, RECENT_BUYERS))]
        : customers.nth(random.nextInt(customers.size()));
  }

  /** The id of a customer whom the shop knows by now; else null. */
  String known(int customer) {
    return customers.isRegistered(customer) ? customers.customer(customer).id() : null;
  }

  /** Gives out one thing that somebody did. */
  void emit(
      int idKind,
      long entity,
      int counter,
      String session,
      String customer,
      int store,
      ActivityKind kind,
      String product,
      String query,
      Integer quantity) {
    Instant now = world.instant();
    world.emit(
        Topic.ACTIVITY,
        session,
        new ShopperActivity(
            world.ids().next(idKind, entity, counter),
            now,
            now,
            session,
            customer,
            world.store(store).id(),
            kind,
            product,
            query,
            quantity));
  }

  /** Poisson with a mean that may be 0. */
  static SharedStateDiscreteSampler poisson(double mean) {
    return mean > 0 ? PoissonSampler.of(RandomStream.of(0, "none", 0), mean) : new Never();
  }

  /** Always 0. */
  private static final class Never implements SharedStateDiscreteSampler {
    @Override
    public int sample() {
      return 0;
    }

    @Override
    public SharedStateDiscreteSampler withUniformRandomProvider(
        org.apache.commons.rng.UniformRandomProvider rng) {
      return this;
    }
  }
}
