package dev.highstreet.simulator.warehouse;

import dev.highstreet.schemas.MovementKind;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.profile.StockProfile;
import java.time.LocalDate;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Keeps the shelves full: first stock on the morning a product is first sold, orders to suppliers
 * in the evening of each working day, and transfers to a warehouse that runs short from one that
 * has too much.
 */
final class Purchasing {
  private static final int SUPPLY = "supply".hashCode();
  private static final int FIRST_STOCK = "first stock".hashCode();
  private static final double SHARE_MEMORY = 1 / 56.0;
  // what the sites are expected to serve counts as much as so many units that were served
  private static final double TRUST_IN_SHARES = 2_000;
  // a shelf that lasts no longer than this is short; what is above half a cycle is too much
  private static final double SHORT_DAYS = 2;
  private static final int FIRST_ARRIVAL = 7 * 60;
  private static final int ARRIVAL_SPAN = 8 * 60;
  private static final int TRANSFER_ARRIVAL = 8 * 60;

  private final StockProfile profile;
  private final DemandForecast forecast;
  private final WorkingDays days;
  private final World world;
  private final Shelves shelves;
  private final StockLedger ledger;
  private final ReorderPolicy policy;
  private final DemandSeen demand;
  private final boolean[] stocked;
  private final double[] expected;
  private final double[] served;
  private LocalDate yesterday;

  Purchasing(
      StockProfile profile,
      DemandForecast forecast,
      WorkingDays days,
      World world,
      Shelves shelves,
      StockLedger ledger) {
    this.profile = profile;
    this.forecast = forecast;
    this.days = days;
    this.world = world;
    this.shelves = shelves;
    this.ledger = ledger;
    this.policy = new ReorderPolicy(profile);
    this.demand = new DemandSeen(world.products());
    this.stocked = new boolean[world.products()];
    this.expected = new double[profile.sites().size()];
    this.served = new double[profile.sites().size()];
    double all = profile.sites().stream().mapToDouble(StockProfile.Site::share).sum();
    for (int site = 0; site < served.length; site++) {
      expected[site] = profile.sites().get(site).share() / all * TRUST_IN_SHARES;
      served[site] = expected[site];
    }
  }

  void wanted(int product, int quantity) {
    demand.wanted(product, quantity);
  }

  void served(int site, int quantity) {
    served[site] += quantity;
  }

  void dayBegins(LocalDate day) {
    if (yesterday != null) {
      learnFrom(yesterday);
    }
    for (int product = 0; product < stocked.length; product++) {
      if (!stocked[product] && world.product(product).revision() > 0) {
        stocked[product] = true;
        firstStock(product, day);
      }
    }
    yesterday = day;
  }

  private void learnFrom(LocalDate day) {
    demand.dayEnds();
    for (int product = 0; product < stocked.length; product++) {
      if (stocked[product]) {
        demand.dayEnded(product, forecast.dailyUnits(product, day));
      }
    }
    demand.allTold();
    for (int site = 0; site < served.length; site++) {
      served[site] += SHARE_MEMORY * (expected[site] - served[site]);
    }
  }

  private void firstStock(int product, LocalDate day) {
    double daily = mean(product, day);
    double variance = demand.variance(product, daily);
    RandomStream random = RandomStream.of(world.seed(), FIRST_STOCK, product);
    ledger.as(MovementKind.RECEIVED);
    for (int site = 0; site < served.length; site++) {
      double share = share(site);
      int units = policy.firstStock(daily * share, variance * share);
      int older = (int) (units * random.nextDouble() / 2);
      int shelf = shelves.shelf(product, site);
      if (older > 0) {
        shelves.receive(shelf, older, lotCost(world.product(product), random), ledger);
      }
      shelves.receive(shelf, units - older, lotCost(world.product(product), random), ledger);
    }
  }

  void evening(LocalDate day) {
    for (int product = 0; product < stocked.length; product++) {
      Product sold = world.product(product);
      if (stocked[product] && sold.active()) {
        double mean = mean(product, day);
        double variance = demand.variance(product, mean);
        for (int site = 0; site < served.length; site++) {
          int shelf = shelves.shelf(product, site);
          double share = share(site);
          int quantity = policy.quantity(shelves.position(shelf), mean * share, variance * share);
          if (quantity > 0) {
            order(sold, shelf, quantity);
          }
          if (shelves.available(shelf) < mean * share * SHORT_DAYS) {
            transfer(product, site, mean, variance);
          }
        }
      }
    }
  }

  private void order(Product product, int shelf, int quantity) {
    int today = days.dayOf(world.now());
    RandomStream random = RandomStream.of(world.seed(), SUPPLY, RandomStream.mix(shelf, today));
    double lead =
        profile.leadMedianDays()
            * Math.exp(
                profile.leadLogSd() * ZigguratSampler.NormalizedGaussian.of(random).sample());
    int day = days.workingDayFrom(today + (int) Math.max(1, Math.min(730, Math.round(lead))));
    long unitCostMicros = lotCost(product, random);
    shelves.sent(shelf, quantity);
    world.at(
        days.at(day, FIRST_ARRIVAL + random.nextInt(ARRIVAL_SPAN)),
        now -> {
          shelves.arrived(shelf, quantity);
          shelves.receive(shelf, quantity, unitCostMicros, ledger.as(MovementKind.RECEIVED));
        });
  }

  private void transfer(int product, int toSite, double mean, double variance) {
    int to = shelves.shelf(product, toSite);
    double wanted = policy.reorderPoint(mean * share(toSite), variance * share(toSite));
    for (int site = 0; site < served.length; site++) {
      double share = share(site);
      int from = shelves.shelf(product, site);
      double enough =
          policy.reorderPoint(mean * share, variance * share)
              + mean * share * profile.coverDays() / 2;
      double spare = shelves.available(from) - enough;
      int units = (int) Math.min(spare, wanted - shelves.available(to));
      if (site != toSite && units > 0) {
        Transfer transfer = new Transfer(shelves, ledger, to, units);
        shelves.remove(from, units, transfer.leaving());
        shelves.sent(to, units);
        int tomorrow = days.plus(days.dayOf(world.now()), 1);
        world.at(days.at(tomorrow, TRANSFER_ARRIVAL), transfer);
        return;
      }
    }
  }

  /** Units a day to be ready for: the most that is expected until goods ordered now are here. */
  private double mean(int product, LocalDate day) {
    long lead = Math.round(policy.leadMean());
    double now = forecast.dailyUnits(product, day);
    double then = forecast.dailyUnits(product, day.plusDays(lead));
    double later = forecast.dailyUnits(product, day.plusDays(2 * lead));
    return Math.max(now, Math.max(then, later)) * demand.scale(product);
  }

  private double share(int site) {
    double all = 0;
    for (double units : served) {
      all += units;
    }
    return served[site] / all;
  }

  /** A tenth of a penny is the least that suppliers reckon with. */
  private long lotCost(Product product, RandomStream random) {
    double spread =
        Math.exp(profile.lotCostLogSd() * ZigguratSampler.NormalizedGaussian.of(random).sample());
    long cost = Math.round(product.unitCostMicros() * spread / 1_000) * 1_000;
    return Math.max(Math.min(1_000, product.unitCostMicros()), cost);
  }
}
