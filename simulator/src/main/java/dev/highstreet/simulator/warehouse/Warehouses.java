package dev.highstreet.simulator.warehouse;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.Stockroom;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.profile.StockProfile;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.LocalDate;

/**
 * The shop's warehouses: they say what can be sold, promise it to orders, pick it, take it back,
 * and buy in time. Every unit that moves is a {@code StockMoved}; stock as the events tell it
 * starts at 0 and is never below it. A product's first lots are received on the morning it is first
 * sold.
 */
public final class Warehouses implements ShopPart, Stockroom {
  private final StockProfile profile;
  private final DemandForecast forecast;
  private final WorkingDays days;
  private final String homeCountry;
  private final String[] siteIds;
  private final Regions regions;
  private final Allocation.Builder allocation = new Allocation.Builder();
  private World world;
  private Shelves shelves;
  private StockLedger ledger;
  private Purchasing purchasing;
  private StockCount count;

  /**
   * Warehouses that are empty.
   *
   * @param profile the sites, and how they are kept stocked
   * @param forecast what the shop's buyers expect to sell
   * @param days on which goods are handled
   * @param homeCountry the country of the sites, as orders name it
   */
  public Warehouses(
      StockProfile profile, DemandForecast forecast, WorkingDays days, String homeCountry) {
    this.profile = requireNonNull(profile, "profile is null");
    this.forecast = requireNonNull(forecast, "forecast is null");
    this.days = requireNonNull(days, "days is null");
    this.homeCountry = requireNonNull(homeCountry, "homeCountry is null");
    this.siteIds = profile.sites().stream().map(StockProfile.Site::id).toArray(String[]::new);
    this.regions = new Regions(profile.sites());
  }

  @Override
  public void shopOpens(World opened) {
    world = opened;
    shelves = new Shelves(world.products(), siteIds.length);
    ledger = new StockLedger(world, siteIds);
    purchasing = new Purchasing(profile, forecast, days, world, shelves, ledger);
    count = new StockCount(profile, world, shelves, ledger);
  }

  @Override
  public void dayBegins(World unused, LocalDate day) {
    purchasing.dayBegins(day);
    int number = days.dayOf(world.now());
    if (days.isWorked(number)) {
      world.at(days.at(number, WorkingDays.CLOSES), now -> evening(day));
    }
  }

  private void evening(LocalDate day) {
    count.evening(day);
    purchasing.evening(day);
  }

  @Override
  public int offer(int product, int quantity, int store) {
    purchasing.wanted(product, quantity);
    return (int) Math.min(quantity, shelves.available(product, 0, siteIds.length));
  }

  /** Units of a product that can be sold now, in all warehouses. */
  public long available(int product) {
    return shelves.available(product, 0, siteIds.length);
  }

  /**
   * Promises an order its goods: from one warehouse if one has all of them, the nearest of those;
   * else each line from the nearest warehouses that have any.
   *
   * @throws IllegalStateException if there is less than was offered
   */
  public Allocation promise(PlacedOrder order) {
    int[] sites = sitesFor(order);
    for (int site : sites) {
      if (hasAll(site, order)) {
        for (int line = 0; line < order.lines(); line++) {
          promise(order, line, site, order.quantities()[line]);
        }
        return allocation.build();
      }
    }
    int left = 0;
    int[] missing = order.quantities().clone();
    for (int site : sites) {
      left = 0;
      for (int line = 0; line < missing.length; line++) {
        int available = shelves.available(shelves.shelf(order.products()[line], site));
        int units = Math.min(missing[line], available);
        if (units > 0) {
          promise(order, line, site, units);
          missing[line] -= units;
        }
        left += missing[line];
      }
    }
    if (left > 0) {
      throw new IllegalStateException("order %s lacks %d units".formatted(order.id(), left));
    }
    return allocation.build();
  }

  /** The id of a warehouse, as in events. */
  public String siteId(int site) {
    return siteIds[site];
  }

  /**
   * Picks a parcel: parts {@code from} to {@code to} of an allocation, the last not included.
   *
   * @param picks where to note the lots that units came from; null if nothing will come back
   */
  public void pick(PlacedOrder order, Allocation allocated, int from, int to, Picks picks) {
    ledger.as(MovementKind.PICKED, order.id());
    for (int part = from; part < to; part++) {
      int site = allocated.sites()[part];
      int line = allocated.lines()[part];
      int shelf = shelves.shelf(order.products()[line], site);
      if (picks == null) {
        shelves.pick(shelf, allocated.quantities()[part], ledger);
      } else {
        shelves.pick(
            shelf,
            allocated.quantities()[part],
            (at, lot, lotId, quantity, unitCostMicros) -> {
              picks.add(line, site, lot, -quantity, unitCostMicros);
              ledger.moved(at, lot, lotId, quantity, unitCostMicros);
            });
      }
    }
  }

  /** Takes a promise back: parts {@code from} to {@code to}, the last not included. */
  public void release(PlacedOrder order, Allocation allocated, int from, int to) {
    for (int part = from; part < to; part++) {
      int product = order.products()[allocated.lines()[part]];
      shelves.release(
          shelves.shelf(product, allocated.sites()[part]), allocated.quantities()[part]);
    }
  }

  /** Takes units of a line back into the lots that they came from; 0 or more. */
  public void takeBack(PlacedOrder order, int line, int quantity, Picks picks) {
    ledger.as(MovementKind.RETURNED, order.id());
    int product = order.products()[line];
    picks.giveBack(
        line,
        quantity,
        (site, lot, units, unitCostMicros) ->
            shelves.put(shelves.shelf(product, site), lot, units, unitCostMicros, ledger));
  }

  private void promise(PlacedOrder order, int line, int site, int units) {
    shelves.promise(shelves.shelf(order.products()[line], site), units);
    purchasing.served(site, units);
    allocation.add(site, line, units);
  }

  private boolean hasAll(int site, PlacedOrder order) {
    for (int line = 0; line < order.lines(); line++) {
      int shelf = shelves.shelf(order.products()[line], site);
      if (shelves.available(shelf) < order.quantities()[line]) {
        return false;
      }
    }
    return true;
  }

  private int[] sitesFor(PlacedOrder order) {
    Store store = world.store(order.draft().store());
    if (store.isShop()) {
      return regions.order(false, store.postcode());
    }
    int customer = order.draft().customer();
    String shippingCountry = order.draft().shippingCountry();
    boolean abroad = shippingCountry != null && !shippingCountry.equals(homeCountry);
    String area = customer == Purchase.GUEST ? null : world.customer(customer).postcodeArea();
    return regions.order(abroad, area);
  }
}
