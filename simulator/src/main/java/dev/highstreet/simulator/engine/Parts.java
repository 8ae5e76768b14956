package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.fraud.Fraud;
import dev.highstreet.simulator.fulfilment.Fulfilment;
import dev.highstreet.simulator.market.BankHolidays;
import dev.highstreet.simulator.payment.Payments;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.WorldProfile;
import dev.highstreet.simulator.returns.ReturnsDesk;
import dev.highstreet.simulator.shopper.PriceList;
import dev.highstreet.simulator.warehouse.BuyersForecast;
import dev.highstreet.simulator.warehouse.Warehouses;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Those who deal with orders once they are placed.
 *
 * @param parts in the order in which they are told
 * @param stockroom says what there is, to whoever is about to buy it
 * @param available units of a product that can be sold now, for whoever only looks
 * @param attackers come when a scenario calls them
 */
record Parts(
    List<ShopPart> parts, Stockroom stockroom, IntToLongFunction available, Attackers attackers) {
  Parts {
    parts = List.copyOf(parts);
  }

  /** Warehouses, fulfilment and fraudsters as a profile describes them. */
  static Parts of(Profile profile, SimulationOptions options, PriceList prices) {
    WorldProfile world = profile.world();
    List<String> countries = profile.countries().names();
    String home = countries.get(0);
    WorkingDays days = new WorkingDays(options.zone(), options.from(), BankHolidays::isHoliday);
    BuyersForecast forecast = BuyersForecast.of(profile, options.customers(), prices);
    Warehouses warehouses = new Warehouses(world.stock(), forecast, days, home);
    Payments payments = new Payments(world.payment());
    ReturnsDesk returns =
        new ReturnsDesk(profile.returns(), world.returnHandling(), days, warehouses);
    Fulfilment fulfilment =
        new Fulfilment(world.fulfilment(), days, home, warehouses, payments, returns);
    Fraud fraud = new Fraud(world.fraud(), countries, payments);
    return new Parts(
        List.of(warehouses, fulfilment, fraud), warehouses, warehouses::available, fraud);
  }
}
