package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Devices;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import dev.highstreet.simulator.profile.Browsing;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Decides where and how a purchase is made: the store, the device, the way to pay. */
final class Circumstances {
  private static final int PURPOSE = "circumstances".hashCode();
  private static final double AT_HOME = 0.85; // the others are at work, or travel
  private static final double OTHER_DEVICE = 0.06; // a new one, or one at work
  private static final double GIFTS = 0.02; // sent to another country, which may be one's own
  private static final int TRADE_UNITS = 200; // who orders so much may ask for an invoice

  private final World world;
  private final Stores stores;
  private final List<String> countries;
  private final String home;
  private final double phoneOrders;

  Circumstances(World world, Stores stores, Browsing browsing, List<String> countries) {
    this.world = world;
    this.stores = stores;
    this.countries = countries;
    this.home = countries.get(0);
    double phone = browsing.phoneSessions() * browsing.phoneConversion();
    double computer = (1 - browsing.phoneSessions()) * browsing.computerConversion();
    this.phoneOrders = phone / (phone + computer);
  }

  /** A draft of a purchase. */
  OrderDraft draft(Purchase purchase, long entity, boolean onlineOnly) {
    RandomStream random = RandomStream.of(world.seed(), PURPOSE, entity);
    Customer customer =
        purchase.customer() == Purchase.GUEST ? null : world.customer(purchase.customer());
    String country = customer == null ? home : customer.country();
    long shopper = customer == null ? ~entity : purchase.customer();
    Store store = stores.choose(shopper, local(purchase.at()), country.equals(home), random);
    if (onlineOnly) {
      store = stores.website();
    }
    boolean online = store.type() == StoreType.WEBSITE;
    boolean phone = random.nextDouble() < phoneOrders;
    boolean usesPhone = phone || (customer != null && customer.computer() == null);
    boolean otherDevice = random.nextDouble() < OTHER_DEVICE;
    boolean gift = random.nextDouble() < GIFTS;
    String elsewhere = countries.get(random.nextInt(countries.size()));
    return new OrderDraft(
        entity,
        purchase.customer(),
        store.number(),
        purchase.at(),
        purchase.products(),
        purchase.quantities(),
        purchase.discountsMicros(),
        payment(purchase, store, usesPhone, random),
        online ? address(customer, random) : null,
        online ? agent(customer, usesPhone, random) : null,
        online ? device(otherDevice ? null : customer, usesPhone, entity) : null,
        country,
        online && gift ? elsewhere : country);
  }

  /** Whether a draft comes from a phone. */
  static boolean isFromPhone(OrderDraft draft) {
    return draft.userAgent() != null && Devices.isPhone(draft.userAgent());
  }

  private LocalDateTime local(long at) {
    Instant instant = Instant.ofEpochMilli(at);
    ZoneOffset offset = world.zone().getRules().getOffset(instant);
    return LocalDateTime.ofEpochSecond(Math.floorDiv(at, 1000L), 0, offset);
  }

  private static String address(Customer customer, RandomStream random) {
    boolean atHome = random.nextDouble() < AT_HOME;
    return customer != null && atHome ? customer.ipAddress() : Devices.ipAddress(random);
  }

  private static String agent(Customer customer, boolean phone, RandomStream random) {
    if (customer == null) {
      return phone ? Devices.phoneAgent(random) : Devices.computerAgent(random);
    }
    return phone ? customer.phoneAgent() : customer.computerAgent();
  }

  private String device(Customer customer, boolean phone, long entity) {
    if (customer == null) {
      return Devices.phone(
          world.seed(), ~entity); // a stranger's; phone or not, it is new to the shop
    }
    return phone ? customer.phone() : customer.computer();
  }

  private static PaymentMethod payment(
      Purchase purchase, Store store, boolean phone, RandomStream random) {
    double which = random.nextDouble();
    if (store.type() == StoreType.SHOP) {
      return which < 0.15 ? PaymentMethod.CASH : card(which, 0.95);
    }
    if (store.type() == StoreType.MARKETPLACE) {
      return which < 0.25 ? PaymentMethod.WALLET : card(which, 0.98);
    }
    if (purchase.customer() != Purchase.GUEST && units(purchase) >= TRADE_UNITS && which < 0.4) {
      return which < 0.25 ? PaymentMethod.INVOICE : PaymentMethod.BANK_TRANSFER;
    }
    return which < (phone ? 0.45 : 0.2) ? PaymentMethod.WALLET : card(which, 0.97);
  }

  private static PaymentMethod card(double which, double giftCardFrom) {
    return which < giftCardFrom ? PaymentMethod.CARD : PaymentMethod.GIFT_CARD;
  }

  private static int units(Purchase purchase) {
    int units = 0;
    for (int quantity : purchase.quantities()) {
      units += Math.min(quantity, TRADE_UNITS);
    }
    return units;
  }
}
