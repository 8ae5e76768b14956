package dev.highstreet.simulator.fraud;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Devices;
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
  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;

  private final World world;
  private final HonestOrders honest;
  private final Disguise disguise;
  private final List<String> countries;
  private final int website;

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
    this.website = website(world);
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
    Stranger tester = stranger(number, random);
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
      boolean moves = disguise.hides(random);
      Stranger face = moves ? stranger(RandomStream.mix(number, i), random) : tester;
      PlacedOrder model = honest.any(random);
      OrderDraft draft =
          disguise.hides(random)
              ? draft(number, i, time, Purchase.GUEST, model, face, home(), home())
              : small(draft(number, i, time, Purchase.GUEST, model, face, home(), home()), random);
      attack.add(
          new FraudOrder(
              FraudPattern.CARD_TESTING, draft, new CheckoutScript(after, fingerprints)));
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
    boolean newDevice = !disguise.hides(random);
    boolean newAddress = !disguise.hides(random);
    String shipping =
        disguise.hides(random) ? victim.country() : elsewhere(victim.country(), random);
    Stranger thief = stranger(number, random);
    Stranger face =
        new Stranger(
            newDevice ? thief.device : victim.phone(),
            newDevice ? thief.agent : victim.phoneAgent(),
            newAddress ? thief.ipAddress : victim.ipAddress());
    PlacedOrder model = dear(DEAREST_OF_SOME, random);
    OrderDraft draft =
        draft(number, 0, at, victim.number(), model, face, victim.country(), shipping);
    return List.of(new FraudOrder(FraudPattern.ACCOUNT_TAKEOVER, draft, null));
  }

  private List<FraudOrder> ring(long number, long at, RandomStream random) {
    int accounts = Math.min(NEW_ACCOUNTS, world.registeredCustomers());
    if (accounts == 0) {
      return List.of();
    }
    int members = between(LEAST_MEMBERS, MOST_MEMBERS, random);
    Stranger[] shared = {stranger(number, random), stranger(number ^ 1, random)};
    List<FraudOrder> attack = new ArrayList<>(members);
    long time = at;
    for (int i = 0; i < members; i++) {
      int newest = world.registeredCustomers() - 1 - random.nextInt(accounts);
      Customer member = world.customer(world.registeredCustomer(newest));
      Stranger common = shared[random.nextInt(shared.length)];
      Stranger face =
          disguise.hides(random)
              ? new Stranger(member.phone(), member.phoneAgent(), member.ipAddress())
              : common;
      int card = random.nextInt(3);
      CheckoutScript script =
          disguise.hides(random)
              ? null
              : once(Cards.fingerprint(world.seed(), ~number, card), random);
      OrderDraft draft =
          draft(
              number,
              i,
              time,
              member.number(),
              dear(DEAREST_OF_FEW, random),
              face,
              member.country(),
              member.country());
      attack.add(new FraudOrder(FraudPattern.RING, draft, script));
      time += (long) (random.nextDouble() * 12 * HOUR);
    }
    return attack;
  }

  private FraudOrder mismatch(long number, long at, RandomStream random) {
    String billing = random.nextDouble() < 0.7 ? home() : elsewhere(home(), random);
    String shipping = disguise.hides(random) ? billing : elsewhere(billing, random);
    PlacedOrder model = dear(DEAREST_OF_FEW, random);
    Stranger face = stranger(number, random);
    OrderDraft draft = draft(number, 0, at, Purchase.GUEST, model, face, billing, shipping);
    return new FraudOrder(FraudPattern.COUNTRY_MISMATCH, draft, null);
  }

  private FraudOrder highValue(long number, long at, RandomStream random) {
    PlacedOrder model = dear(DEAREST_OF_MANY, random);
    Stranger face = stranger(number, random);
    OrderDraft draft = draft(number, 0, at, Purchase.GUEST, model, face, home(), home());
    return new FraudOrder(FraudPattern.HIGH_VALUE, draft, null);
  }

  private PlacedOrder dear(int of, RandomStream random) {
    return disguise.hides(random) ? honest.any(random) : honest.dearest(of, random);
  }

  private OrderDraft draft(
      long number,
      int nth,
      long at,
      int customer,
      PlacedOrder model,
      Stranger face,
      String country,
      String shippingCountry) {
    return new OrderDraft(
        RandomStream.mix(number, nth) | Long.MIN_VALUE,
        customer,
        website,
        at,
        model.products(),
        model.quantities(),
        new long[model.lines()],
        PaymentMethod.CARD,
        face.ipAddress,
        face.agent,
        face.device,
        country,
        shippingCountry);
  }

  /** One piece of one of the goods. */
  private static OrderDraft small(OrderDraft draft, RandomStream random) {
    return new OrderDraft(
        draft.entity(),
        draft.customer(),
        draft.store(),
        draft.at(),
        new int[] {draft.products()[random.nextInt(draft.products().length)]},
        new int[] {1},
        new long[1],
        draft.paymentMethod(),
        draft.ipAddress(),
        draft.userAgent(),
        draft.deviceId(),
        draft.country(),
        draft.shippingCountry());
  }

  private CheckoutScript once(String card, RandomStream random) {
    return new CheckoutScript(new long[] {between(1_000, 5_000, random)}, new String[] {card});
  }

  private String home() {
    return countries.get(0);
  }

  private String elsewhere(String country, RandomStream random) {
    int at = random.nextInt(countries.size());
    String other = countries.get(at);
    return other.equals(country) ? countries.get((at + 1) % countries.size()) : other;
  }

  private Stranger stranger(long owner, RandomStream random) {
    boolean phone = random.nextBoolean();
    return new Stranger(
        phone ? Devices.phone(world.seed(), ~owner) : Devices.computer(world.seed(), ~owner),
        phone ? Devices.phoneAgent(random) : Devices.computerAgent(random),
        Devices.ipAddress(random));
  }

  private static int between(int least, int most, RandomStream random) {
    return least + random.nextInt(most - least + 1);
  }

  private static int website(World world) {
    for (int store = 0; store < world.stores(); store++) {
      if (world.store(store).type() == StoreType.WEBSITE) {
        return store;
      }
    }
    throw new IllegalStateException("no store is a website, and frauds need one");
  }

  /** What an order comes with. */
  private record Stranger(String device, String agent, String ipAddress) {}
}
