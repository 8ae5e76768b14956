package dev.highstreet.simulator.fraud;

import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.payment.Cards;
import dev.highstreet.simulator.payment.CheckoutScript;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits frauds of each pattern. Goods are those of recent honest orders, so that no price and no
 * product gives a fraud away; what sets it apart is the choice among them, and who orders from
 * where.
 */
final class Crimes {
  private static final int MOST_TESTING_ORDERS = 8;
  private static final int LEAST_TESTING_ORDERS = 2;
  private static final int MOST_MEMBERS = 9;
  private static final int LEAST_MEMBERS = 4;
  private static final int NEW_ACCOUNTS = 200;
  private static final int DEAREST_OF_MANY = 40;
  private static final int DEAREST_OF_SOME = 12;
  private static final int DEAREST_OF_FEW = 4;
  private static final int RING_CARDS = 3;
  private static final double RING_PAUSE = 12 * 3_600_000;
  private static final double STOLEN_AT_HOME = 0.7;

  private final World world;
  private final HonestOrders honest;
  private final Disguise disguise;
  private final List<String> countries;
  private final FraudDrafts drafts;

  /**
   * Crimes in a shop.
   *
   * @param countries where cards are stolen and goods are sent, the shop's own first
   */
  Crimes(World world, HonestOrders honest, Disguise disguise, List<String> countries) {
    this.world = world;
    this.honest = honest;
    this.disguise = disguise;
    this.countries = List.copyOf(countries);
    this.drafts = new FraudDrafts(world, disguise);
  }

  /** Orders that one attack of a pattern leads to, on average. */
  static double ordersEach(FraudPattern pattern) {
    return switch (pattern) {
      case CARD_TESTING -> (LEAST_TESTING_ORDERS + MOST_TESTING_ORDERS) / 2.0;
      case RING -> (LEAST_MEMBERS + MOST_MEMBERS) / 2.0;
      default -> 1;
    };
  }

  /**
   * Plans one attack.
   *
   * @param number that no other attack has
   * @param at when it begins, in milliseconds since 1970, UTC
   */
  List<FraudOrder> commit(FraudPattern pattern, long number, long at, RandomStream random) {
    return switch (pattern) {
      case CARD_TESTING -> cardTesting(number, at, random);
      case ACCOUNT_TAKEOVER -> takeover(number, at, random);
      case RING -> ring(number, at, random);
      case COUNTRY_MISMATCH -> List.of(mismatch(number, at, random));
      case HIGH_VALUE -> List.of(highValue(number, at, random));
    };
  }

  private List<FraudOrder> cardTesting(long number, long at, RandomStream random) {
    int orders = between(LEAST_TESTING_ORDERS, MOST_TESTING_ORDERS, random);
    boolean slow = disguise.hides(random);
    Buyer tester = buyer(number, random);
    List<FraudOrder> attack = new ArrayList<>(orders);
    long time = at;
    int cards = 0;
    for (int i = 0; i < orders; i++) {
      int attempts = slow ? between(2, 4, random) : between(5, 20, random);
      long[] after = new long[attempts];
      String[] fingerprints = new String[attempts];
      long pause = 0;
      for (int k = 0; k < attempts; k++) {
        // ten to sixty a minute; or as somebody who takes another card out of the wallet
        pause += slow ? between(15_000, 90_000, random) : between(1_000, 6_000, random);
        after[k] = pause;
        fingerprints[k] = Cards.fingerprint(world.seed(), ~number, cards++);
      }
      Buyer buyer = disguise.hides(random) ? buyer(RandomStream.mix(number, i), random) : tester;
      String country = buyer.country;
      PlacedOrder model = honest.any(random);
      OrderDraft draft =
          drafts.like(model, number, i, time, buyer.customer, buyer.face, country, country, random);
      attack.add(
          new FraudOrder(
              FraudPattern.CARD_TESTING,
              disguise.hides(random) ? draft : drafts.small(draft, random),
              new CheckoutScript(after, fingerprints)));
      time += pause + between(5_000, 30_000, random);
    }
    return attack;
  }

  private List<FraudOrder> takeover(long number, long at, RandomStream random) {
    PlacedOrder known = honest.ofKnownCustomer(random);
    if (known == null) {
      return List.of();
    }
    Customer victim = world.customer(known.draft().customer());
    Face thief = Face.stranger(world.seed(), number, random);
    Face face = disguise.hides(random) ? Face.of(victim) : thief;
    face = face.at(disguise.hides(random) ? victim.ipAddress() : thief.ipAddress());
    String country = victim.country();
    String shipping = disguise.hides(random) ? country : elsewhere(country, random);
    PlacedOrder model = dear(DEAREST_OF_SOME, random);
    OrderDraft draft =
        drafts.like(model, number, 0, at, victim.number(), face, country, shipping, random);
    return List.of(new FraudOrder(FraudPattern.ACCOUNT_TAKEOVER, draft, null));
  }

  private List<FraudOrder> ring(long number, long at, RandomStream random) {
    int accounts = Math.min(NEW_ACCOUNTS, world.registeredCustomers());
    if (accounts == 0) {
      return List.of();
    }
    int members = between(LEAST_MEMBERS, MOST_MEMBERS, random);
    Face[] shared = {
      Face.stranger(world.seed(), number, random), Face.stranger(world.seed(), number ^ 1, random)
    };
    List<FraudOrder> attack = new ArrayList<>(members);
    long time = at;
    for (int i = 0; i < members; i++) {
      int newest = world.registeredCustomers() - 1 - random.nextInt(accounts);
      Customer member = world.customer(world.registeredCustomer(newest));
      Face common = shared[random.nextInt(shared.length)];
      Face face = disguise.hides(random) ? Face.of(member) : common;
      String card = Cards.fingerprint(world.seed(), ~number, random.nextInt(RING_CARDS));
      CheckoutScript script = disguise.hides(random) ? null : once(card, random);
      String country = member.country();
      PlacedOrder model = dear(DEAREST_OF_FEW, random);
      OrderDraft draft =
          drafts.like(model, number, i, time, member.number(), face, country, country, random);
      attack.add(new FraudOrder(FraudPattern.RING, draft, script));
      time += (long) (random.nextDouble() * RING_PAUSE);
    }
    return attack;
  }

  private FraudOrder mismatch(long number, long at, RandomStream random) {
    Buyer buyer = buyer(number, random);
    String billing =
        random.nextDouble() < STOLEN_AT_HOME ? buyer.country : elsewhere(buyer.country, random);
    String shipping = disguise.hides(random) ? billing : elsewhere(billing, random);
    PlacedOrder model = dear(DEAREST_OF_FEW, random);
    OrderDraft draft =
        drafts.like(model, number, 0, at, buyer.customer, buyer.face, billing, shipping, random);
    return new FraudOrder(FraudPattern.COUNTRY_MISMATCH, draft, null);
  }

  private FraudOrder highValue(long number, long at, RandomStream random) {
    Buyer buyer = buyer(number, random);
    String country = buyer.country;
    PlacedOrder model = dear(DEAREST_OF_MANY, random);
    OrderDraft draft =
        drafts.like(model, number, 0, at, buyer.customer, buyer.face, country, country, random);
    return new FraudOrder(FraudPattern.HIGH_VALUE, draft, null);
  }

  /** Somebody without an account; in disguise, with one as often as honest people have one. */
  private Buyer buyer(long number, RandomStream random) {
    Face stranger = Face.stranger(world.seed(), number, random);
    int customer = honest.any(random).draft().customer();
    boolean hides = disguise.hides(random);
    if (!hides || customer == Purchase.GUEST) {
      return new Buyer(Purchase.GUEST, stranger, countries.get(0));
    }
    Customer account = world.customer(customer);
    Face face = disguise.hides(random) ? Face.of(account) : stranger;
    return new Buyer(customer, face, account.country());
  }

  private PlacedOrder dear(int of, RandomStream random) {
    return disguise.hides(random) ? honest.any(random) : honest.dearest(of, random);
  }

  private CheckoutScript once(String card, RandomStream random) {
    return new CheckoutScript(new long[] {between(1_000, 5_000, random)}, new String[] {card});
  }

  private String elsewhere(String country, RandomStream random) {
    int at = random.nextInt(countries.size());
    String other = countries.get(at);
    return other.equals(country) ? countries.get((at + 1) % countries.size()) : other;
  }

  private static int between(int least, int most, RandomStream random) {
    return least + random.nextInt(most - least + 1);
  }

  /** Who orders, as the shop sees it. */
  private record Buyer(int customer, Face face, String country) {}
}
