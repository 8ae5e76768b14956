package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.browsing.Sessions;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;
import java.util.List;

/**
 * Begins each day of the shop: announces what is new, lets everybody prepare, and puts down what
 * shoppers set out to do.
 */
final class ShopDays {
  private static final int DAY_BITS = 24; // purchases of one day, for their entities

  private final ShopFloor floor;
  private final Demand demand;
  private final Planning planning;
  private final Circumstances circumstances;
  private final Stores stores;
  private final Customers customers;
  private final Sessions sessions;
  private final Busyness busyness = new Busyness();
  private final List<ShopPart> parts;
  private int known;
  private long dayEnds;

  ShopDays(
      ShopFloor floor,
      Demand demand,
      Planning planning,
      Circumstances circumstances,
      List<ShopPart> parts) {
    this.floor = floor;
    this.demand = demand;
    this.planning = planning;
    this.circumstances = circumstances;
    this.stores = floor.allStores();
    this.customers = floor.customers();
    this.sessions = floor.sessions();
    this.parts = parts;
  }

  /** The shop opens for the first time. */
  void open(LocalDate day) {
    floor.open();
    for (int store = 0; store < stores.size(); store++) {
      floor.announcements().store(stores.store(store));
    }
    begin(day, true);
  }

  private void begin(LocalDate day, boolean first) {
    dayEnds = floor.startOf(day.plusDays(1));
    if (day.getDayOfMonth() == 1 && !first) {
      rateStores(day);
    }
    floor.catalogue().turnTo(day).forEach(floor.announcements()::product);
    for (ShopPart part : parts) {
      if (first) {
        part.shopOpens(floor);
      }
      part.dayBegins(floor, day);
    }
    plan(day);
    floor.at(dayEnds, now -> begin(day.plusDays(1), false));
  }

  private void rateStores(LocalDate day) {
    for (int store = 0; store < stores.size(); store++) {
      if (stores.rate(store, day.getYear() * 12 + day.getMonthValue())) {
        floor.announcements().store(stores.store(store));
      }
    }
  }

  private void plan(LocalDate day) {
    List<Purchase> purchases = planning.day(day);
    busyness.dayBegins(purchases, floor.now(), dayEnds);
    sessions.popular(busyness.popular());
    for (; known < demand.customers(); known++) {
      customers.meet(known, demand.country(known));
      int number = known;
      floor.at(demand.registeredAt(number), now -> register(number));
    }
    long entity = day.toEpochDay() << DAY_BITS;
    for (Purchase purchase : purchases) {
      putDown(purchase, entity++, false);
    }
  }

  private void register(int number) {
    floor.announcements().customer(customers.register(number), floor.instant());
  }

  /**
   * Puts down a purchase, with the session or visit that leads to it and those around.
   *
   * @param entity what random streams about it are derived from
   * @param online whether it is made on the website in any case
   */
  void putDown(Purchase purchase, long entity, boolean online) {
    OrderDraft draft = circumstances.draft(purchase, entity, online);
    Store store = stores.store(draft.store());
    if (store.type() == StoreType.WEBSITE) {
      floor.approach(draft);
      sessions.around(draft, Circumstances.isFromPhone(draft), floor.now(), dayEnds);
    } else if (store.isShop()) {
      sessions.visit(draft, store, floor.now(), dayEnds);
    }
    floor.at(draft.at(), new Buying(floor, draft));
  }

  /** Somebody buys, or finds that there is nothing left. */
  private record Buying(World world, OrderDraft draft) implements Happening {
    @Override
    public void happen(long now) {
      world.place(draft);
    }
  }

  /** How busy today is. */
  Busyness busyness() {
    return busyness;
  }
}
