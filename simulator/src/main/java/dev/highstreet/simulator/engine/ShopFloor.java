package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.browsing.Sessions;
import dev.highstreet.simulator.market.Catalogue;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Promotions;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.WorldProfile;
import dev.highstreet.simulator.scenario.Stage;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The shop while it is simulated: everything that is there, and what comes of each day. */
final class ShopFloor implements World, Stage {
  private static final int DAY_BITS = 24; // purchases of one day, for their entities

  private final long seed;
  private final ZoneId zone;
  private final Agenda agenda;
  private final EventIds ids;
  private final Demand demand;
  private final Planning planning;
  private final Catalogue catalogue;
  private final Stores stores;
  private final Customers customers;
  private final Promotions promotions = new Promotions();
  private final Announcements announcements;
  private final Circumstances circumstances;
  private final OrderDesk desk;
  private final Sessions sessions;
  private final Busyness busyness = new Busyness();
  private final List<ShopPart> parts;
  private final Stockroom stockroom;
  private final Attackers attackers;
  private Instant instant = Instant.EPOCH;
  private int known;
  private long dayEnds;
  private Consumer<ShopEvent> out;

  ShopFloor(Profile profile, SimulationOptions options) {
    WorldProfile world = profile.world();
    String home = profile.countries().names().get(0);
    this.seed = options.seed();
    this.zone = options.zone();
    this.agenda = new Agenda(startOf(options.from()));
    this.ids = new EventIds(seed);
    this.demand = Demand.of(profile, seed, options.customers(), options.from(), null, zone);
    this.planning = new Planning(demand, options.threads());
    this.catalogue = new Catalogue(demand.prices(), world.costs(), seed);
    this.stores = new Stores(world.channels(), seed);
    this.customers = new Customers(seed, world.loyalty());
    this.announcements = new Announcements(this, stores, customers);
    this.circumstances =
        new Circumstances(
            seed, zone, stores, customers, world.browsing(), profile.countries().names());
    this.desk = new OrderDesk(this, catalogue, customers, promotions, world.costs(), home);
    this.sessions = new Sessions(this, world.browsing(), catalogue, customers);
    Parts staff = Parts.of(profile, options, demand.prices());
    this.parts = staff.parts();
    this.stockroom = staff.stockroom();
    this.attackers = staff.attackers();
    agenda.at(agenda.now(), now -> open(options.from()));
  }

  /** Lets everything happen before a time. */
  void runUntil(long until, Consumer<ShopEvent> consumer) {
    out = consumer;
    agenda.runUntil(until);
  }

  private void open(LocalDate day) {
    for (int store = 0; store < stores.size(); store++) {
      announcements.store(stores.store(store));
    }
    begin(day, true);
  }

  private void begin(LocalDate day, boolean first) {
    dayEnds = startOf(day.plusDays(1));
    if (day.getDayOfMonth() == 1 && !first) {
      rateStores(day);
    }
    catalogue.turnTo(day).forEach(announcements::product);
    for (ShopPart part : parts) {
      if (first) {
        part.shopOpens(this);
      }
      part.dayBegins(this, day);
    }
    plan(day);
    agenda.at(dayEnds, now -> begin(day.plusDays(1), false));
  }

  private void rateStores(LocalDate day) {
    for (int store = 0; store < stores.size(); store++) {
      if (stores.rate(store, day.getYear() * 12 + day.getMonthValue())) {
        announcements.store(stores.store(store));
      }
    }
  }

  private void plan(LocalDate day) {
    List<Purchase> purchases = planning.day(day);
    busyness.dayBegins(purchases, now(), dayEnds);
    sessions.popular(busyness.popular());
    for (; known < demand.customers(); known++) {
      customers.meet(known, demand.country(known));
      int number = known;
      agenda.at(demand.registeredAt(number), now -> register(number));
    }
    long entity = day.toEpochDay() << DAY_BITS;
    for (Purchase purchase : purchases) {
      putDown(circumstances.draft(purchase, entity++, false));
    }
  }

  private void register(int number) {
    announcements.customer(customers.register(number), instant());
  }

  /** Puts down an order, with the session or visit that leads to it and those around. */
  private void putDown(OrderDraft draft) {
    Store store = stores.store(draft.store());
    if (store.type() == StoreType.WEBSITE) {
      approach(draft);
      sessions.around(draft, Circumstances.isFromPhone(draft), now(), dayEnds);
    } else if (store.isShop()) {
      sessions.visit(draft, store, now(), dayEnds);
    }
    agenda.at(draft.at(), new Buying(this, draft));
  }

  /** Somebody buys, or finds that there is nothing left. */
  private record Buying(ShopFloor shop, OrderDraft draft) implements Happening {
    @Override
    public void happen(long now) {
      shop.place(draft);
    }
  }

  private long startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public EventIds ids() {
    return ids;
  }

  @Override
  public long now() {
    return agenda.now();
  }

  @Override
  public Instant instant() {
    if (instant.toEpochMilli() != agenda.now()) {
      instant = Instant.ofEpochMilli(agenda.now());
    }
    return instant;
  }

  @Override
  public void at(long millis, Happening happening) {
    agenda.at(millis, happening);
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    out.accept(new ShopEvent(topic, key, agenda.now(), event));
  }

  @Override
  public int products() {
    return catalogue.size();
  }

  @Override
  public Product product(int number) {
    return catalogue.product(number);
  }

  @Override
  public int stores() {
    return stores.size();
  }

  @Override
  public Store store(int number) {
    return stores.store(number);
  }

  @Override
  public int registeredCustomers() {
    return customers.size();
  }

  @Override
  public int registeredCustomer(int nth) {
    return customers.nth(nth);
  }

  @Override
  public Customer customer(int number) {
    return customers.customer(number);
  }

  @Override
  public void approach(OrderDraft draft) {
    sessions.before(draft, now());
  }

  @Override
  public Optional<PlacedOrder> place(OrderDraft draft) {
    boolean tracked = stores.store(draft.store()).type() != StoreType.MARKETPLACE;
    String session = tracked ? sessions.id(draft) : null;
    Optional<PlacedOrder> placed = desk.take(draft, session, stockroom);
    if (placed.isPresent()) {
      PlacedOrder order = placed.get();
      for (ShopPart part : parts) {
        part.orderPlaced(this, order);
      }
      if (draft.customer() != Purchase.GUEST
          && customers.spend(draft.customer(), order.netMicros())) {
        announcements.customer(
            customers.customer(draft.customer()),
            Instant.ofEpochMilli(demand.registeredAt(draft.customer())));
      }
    }
    return placed;
  }

  @Override
  public World world() {
    return this;
  }

  @Override
  public Promotions promotions() {
    return promotions;
  }

  @Override
  public int[] popular() {
    return busyness.popular();
  }

  @Override
  public double usualRate() {
    return busyness.purchasesPerMinute(now());
  }

  @Override
  public void purchase(long at, long entity, RandomStream random, Promotion wanted) {
    int registered = customers.size();
    int customer = registered == 0 ? Purchase.GUEST : customers.nth(random.nextInt(registered));
    Purchase impulse = wanted.drawTo(demand.impulse(customer, at, random), random);
    putDown(circumstances.draft(impulse, entity, true));
  }

  @Override
  public void attack(long until, double intensity) {
    attackers.attack(this, until, intensity);
  }

  @Override
  public void endAttack() {
    attackers.cease(this);
  }
}
