package dev.highstreet.simulator.fulfilment;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.EventIds;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.ShopEvent;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.Stockroom;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.BankHolidays;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.OpeningHours;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.shopper.Purchase;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A shop to try parts in: a website and a shop in York, customers who order at random, every event
 * kept. Everything follows from its seed.
 */
public final class Rehearsal implements World {
  public static final String HOME = "United Kingdom";
  public static final List<String> COUNTRIES = List.of(HOME, "France", "Germany", "Ireland");
  public static final ZoneId LONDON = ZoneId.of("Europe/London");
  public static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  public static final int WEBSITE = 0;
  public static final int SHOP = 1;

  private static final List<String> CATEGORIES = List.of("Fashion", "Electronics", "Home");
  private static final int CUSTOMERS = 400;
  private static final int POSTCODES = 4;

  private final long seed;
  private final int products;
  private final EventIds ids;
  private final PriorityQueue<Entry> agenda = new PriorityQueue<>();
  private final List<ShopEvent> events = new ArrayList<>();
  private final List<PlacedOrder> orders = new ArrayList<>();
  private final WorkingDays days = new WorkingDays(LONDON, FIRST, BankHolidays::isHoliday);
  private List<ShopPart> parts = List.of();
  private Stockroom stockroom = (product, quantity, store) -> quantity;
  private long now = startOf(FIRST);
  private long sequence;
  private LocalDate today = FIRST;

  public Rehearsal(long seed, int products) {
    this.seed = seed;
    this.products = products;
    this.ids = new EventIds(seed);
  }

  /** Who deals with orders. */
  public Rehearsal with(Stockroom room, ShopPart... staff) {
    stockroom = room;
    parts = List.of(staff);
    parts.forEach(part -> part.shopOpens(this));
    return this;
  }

  /** The days that warehouses work on. */
  public WorkingDays days() {
    return days;
  }

  /** So many days pass, with so many orders each. */
  public Rehearsal live(int howMany, int ordersADay) {
    for (int i = 0; i < howMany; i++) {
      long begins = startOf(today);
      runUntil(begins);
      parts.forEach(part -> part.dayBegins(this, today));
      for (int k = 0; k < ordersADay; k++) {
        OrderDraft draft = draft(RandomStream.mix(today.toEpochDay(), k) >>> 2);
        at(draft.at(), time -> place(draft));
      }
      today = today.plusDays(1);
    }
    runUntil(startOf(today));
    return this;
  }

  /** Everything that is still to happen happens; no more days begin. */
  public Rehearsal finish() {
    runUntil(Long.MAX_VALUE);
    return this;
  }

  /** An order of today, at random. */
  public OrderDraft draft(long entity) {
    RandomStream random = RandomStream.of(seed, "draft", entity);
    int lines = 1 + random.nextInt(5);
    int[] chosen = random.ints(0, products).distinct().limit(lines).sorted().toArray();
    int[] quantities = new int[chosen.length];
    for (int i = 0; i < quantities.length; i++) {
      double log = ZigguratSampler.NormalizedGaussian.of(random).sample();
      quantities[i] = (int) Math.min(400, 1 + 2 * Math.exp(1.2 * log));
    }
    boolean guest = random.nextDouble() < 0.2;
    Customer customer = customer(random.nextInt(CUSTOMERS));
    boolean shop = random.nextDouble() < 0.15;
    long at = startOf(today) + (long) (random.nextDouble() * 86_000_000);
    boolean gift = random.nextDouble() < 0.02;
    boolean athome = random.nextDouble() < 0.85;
    boolean newDevice = random.nextDouble() < 0.1;
    double pays = random.nextDouble();
    PaymentMethod method = pays < 0.95 ? PaymentMethod.WALLET : PaymentMethod.BANK_TRANSFER;
    String country = guest ? HOME : customer.country();
    return new OrderDraft(
        entity,
        guest ? Purchase.GUEST : customer.number(),
        shop ? SHOP : WEBSITE,
        at,
        chosen,
        quantities,
        new long[chosen.length],
        shop ? PaymentMethod.CASH : pays < 0.65 ? PaymentMethod.CARD : method,
        shop ? null : athome && !guest ? customer.ipAddress() : "198.18.7." + random.nextInt(200),
        shop ? null : "browser",
        shop ? null : guest || newDevice ? "D" + entity : customer.phone(),
        country,
        gift ? COUNTRIES.get(random.nextInt(COUNTRIES.size())) : country);
  }

  /** All events of a kind, in order. */
  public <E extends SpecificRecord> List<E> events(Class<E> kind) {
    return events.stream().map(ShopEvent::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All events, in order. */
  public List<ShopEvent> events() {
    return events;
  }

  /** All orders, in order. */
  public List<PlacedOrder> orders() {
    return orders;
  }

  /** Lets things happen up to a time. */
  public void runUntil(long until) {
    while (!agenda.isEmpty() && agenda.peek().time < until) {
      Entry entry = agenda.poll();
      now = entry.time;
      entry.happening.happen(now);
    }
    now = Math.max(now, Math.min(until, now + 4_000_000_000L));
  }

  @Override
  public void approach(OrderDraft draft) {}

  @Override
  public Optional<PlacedOrder> place(OrderDraft draft) {
    int lines = 0;
    int[] chosen = draft.products().clone();
    int[] quantities = draft.quantities().clone();
    for (int i = 0; i < chosen.length; i++) {
      int offered = stockroom.offer(chosen[i], quantities[i], draft.store());
      if (offered > 0) {
        chosen[lines] = chosen[i];
        quantities[lines++] = offered;
      }
    }
    if (lines == 0) {
      return Optional.empty();
    }
    PlacedOrder order =
        order(draft, Arrays.copyOf(chosen, lines), Arrays.copyOf(quantities, lines));
    orders.add(order);
    parts.forEach(part -> part.orderPlaced(this, order));
    return Optional.of(order);
  }

  private PlacedOrder order(OrderDraft draft, int[] chosen, int[] quantities) {
    RandomStream random = RandomStream.of(seed, "discounts", draft.entity());
    int lines = chosen.length;
    int[] revisions = new int[lines];
    long[] prices = new long[lines];
    long[] discounts = new long[lines];
    long net = 0;
    for (int i = 0; i < lines; i++) {
      revisions[i] = 1;
      prices[i] = product(chosen[i]).listPriceMicros();
      long worth = prices[i] * quantities[i];
      discounts[i] = random.nextInt(4) == 0 ? (long) (worth * random.nextDouble() * 0.9) : 0;
      net += worth - discounts[i];
    }
    long number = orders.size() + 1L;
    return new PlacedOrder(
        draft.entity(),
        number,
        "O" + number,
        draft,
        chosen,
        revisions,
        quantities,
        prices,
        discounts,
        net,
        3_990_000,
        null);
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public ZoneId zone() {
    return LONDON;
  }

  @Override
  public EventIds ids() {
    return ids;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long millis, Happening happening) {
    if (millis < now) {
      throw new IllegalArgumentException("%d has passed: it is %d now".formatted(millis, now));
    }
    agenda.add(new Entry(millis, sequence++, happening));
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    events.add(new ShopEvent(topic, key, now, event));
  }

  @Override
  public int products() {
    return products;
  }

  @Override
  public Product product(int number) {
    long price = 1_000_000L + 370_001L * number;
    String category = CATEGORIES.get(number % CATEGORIES.size());
    return new Product(
        number, "P" + number, 1, "thing", category, "brand", "maker", price, price / 2, true);
  }

  @Override
  public int stores() {
    return 2;
  }

  @Override
  public Store store(int number) {
    return number == SHOP
        ? new Store(
            1,
            "S1",
            "York",
            StoreType.SHOP,
            "York",
            "YO1 9AA",
            "Ann",
            new OpeningHours(9, 18, 11, 17),
            null)
        : new Store(0, "S0", "web", StoreType.WEBSITE, null, null, "Ben", null, null);
  }

  @Override
  public int registeredCustomers() {
    return CUSTOMERS;
  }

  @Override
  public int registeredCustomer(int nth) {
    return nth;
  }

  @Override
  public Customer customer(int number) {
    String country = number % 20 == 0 ? COUNTRIES.get(1 + number / 20 % 3) : HOME;
    String area = List.of("M", "CV", "SW", "LS").get(number % POSTCODES);
    return new Customer(
        number,
        "C" + number,
        country,
        null,
        area,
        "D-phone-" + number,
        "phone",
        null,
        null,
        "198.18.0." + number);
  }

  /** When a day begins. */
  public static long startOf(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant().toEpochMilli();
  }

  private record Entry(long time, long sequence, Happening happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }
}
