package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.browsing.Sessions;
import dev.highstreet.simulator.market.Catalogue;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Promotions;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.WorldProfile;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The shop as it stands at the present moment, and what happens in it. */
final class ShopFloor implements World {
  private final long seed;
  private final ZoneId zone;
  private final Agenda agenda;
  private final EventIds ids;
  private final Demand demand;
  private final Catalogue catalogue;
  private final Stores stores;
  private final Customers customers;
  private final Promotions promotions = new Promotions();
  private final Announcements announcements;
  private final OrderDesk desk;
  private final Sessions sessions;
  private final Parts staff;
  private Instant instant = Instant.EPOCH;
  private Consumer<ShopEvent> out;
  private boolean isOpen;

  ShopFloor(Profile profile, SimulationOptions options, Demand demand) {
    WorldProfile world = profile.world();
    String home = profile.countries().names().get(0);
    this.seed = options.seed();
    this.zone = options.zone();
    this.agenda = new Agenda(startOf(options.from()));
    this.ids = new EventIds(seed);
    this.demand = demand;
    this.catalogue = new Catalogue(demand.prices(), world.costs(), seed);
    this.stores = new Stores(world.channels(), seed);
    this.customers = new Customers(seed, world.loyalty());
    this.announcements = new Announcements(this, stores, customers);
    this.desk = new OrderDesk(this, catalogue, customers, promotions, world.costs(), home);
    this.sessions = new Sessions(this, world.browsing(), catalogue, customers);
    this.staff = Parts.of(profile, options, demand.prices());
  }

  /** Gives out to somebody what happens from now on. */
  void giveOutTo(Consumer<ShopEvent> consumer) {
    out = consumer;
  }

  /** Whether the shop has opened. */
  boolean isOpen() {
    return isOpen;
  }

  /** The shop opens for the first time. */
  void open() {
    isOpen = true;
  }

  /** Lets everything happen before a time. */
  void runUntil(long until, Consumer<ShopEvent> consumer) {
    giveOutTo(consumer);
    agenda.runUntil(until);
  }

  /** The first moment of a day, in milliseconds since 1970, UTC. */
  long startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Stores allStores() {
    return stores;
  }

  Customers customers() {
    return customers;
  }

  Promotions promotions() {
    return promotions;
  }

  Announcements announcements() {
    return announcements;
  }

  Sessions sessions() {
    return sessions;
  }

  Parts staff() {
    return staff;
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
    boolean tracked = store(draft.store()).type() != StoreType.MARKETPLACE;
    String session = tracked ? sessions.id(draft) : null;
    Optional<PlacedOrder> placed = desk.take(draft, session, staff.stockroom());
    if (placed.isPresent()) {
      PlacedOrder order = placed.get();
      for (ShopPart part : staff.parts()) {
        part.orderPlaced(this, order);
      }
      thank(draft.customer(), order.netMicros());
    }
    return placed;
  }

  /** The same for somebody who is no simulated shopper; see {@link ShopPart}. */
  Optional<PlacedOrder> placeFromOutside(OrderDraft draft) {
    Optional<PlacedOrder> placed = desk.takeFromOutside(draft, staff.stockroom());
    if (placed.isPresent()) {
      PlacedOrder order = placed.get();
      for (ShopPart part : staff.parts()) {
        part.outsideOrderPlaced(this, order);
      }
      count(draft.customer(), order.netMicros());
    }
    return placed;
  }

  /** Somebody has bought something, and is the more likely to look around. */
  private void thank(int customer, long micros) {
    if (customer != Purchase.GUEST) {
      sessions.bought(customer);
    }
    count(customer, micros);
  }

  /** Somebody has spent money, and may have reached another tier. */
  private void count(int customer, long micros) {
    if (customer == Purchase.GUEST) {
      return;
    }
    if (customers.spend(customer, micros)) {
      Instant registered = Instant.ofEpochMilli(demand.registeredAt(customer));
      announcements.customer(customer(customer), registered);
    }
  }
}
