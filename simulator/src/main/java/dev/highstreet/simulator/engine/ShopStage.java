package dev.highstreet.simulator.engine;

import dev.highstreet.simulator.market.Promotion;
import dev.highstreet.simulator.market.Promotions;
import dev.highstreet.simulator.scenario.Stage;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;

/** Where scenarios get at the shop. */
final class ShopStage implements Stage {
  private final ShopFloor floor;
  private final ShopDays days;
  private final Demand demand;
  private final Attackers attackers;

  ShopStage(ShopFloor floor, ShopDays days, Demand demand, Attackers attackers) {
    this.floor = floor;
    this.days = days;
    this.demand = demand;
    this.attackers = attackers;
  }

  @Override
  public World world() {
    return floor;
  }

  @Override
  public Promotions promotions() {
    return floor.promotions();
  }

  @Override
  public int[] popular() {
    return days.busyness().popular();
  }

  @Override
  public double usualRate() {
    return days.busyness().purchasesPerMinute(floor.now());
  }

  @Override
  public void purchase(long at, long entity, RandomStream random, Promotion wanted) {
    int registered = floor.registeredCustomers();
    int customer =
        registered == 0 ? Purchase.GUEST : floor.registeredCustomer(random.nextInt(registered));
    Purchase impulse = demand.impulse(customer, at, random);
    days.putDown(wanted.drawTo(impulse, random), entity, true);
  }

  @Override
  public void attack(long until, double intensity) {
    attackers.attack(floor, until, intensity);
  }

  @Override
  public void endAttack() {
    attackers.cease(floor);
  }
}
