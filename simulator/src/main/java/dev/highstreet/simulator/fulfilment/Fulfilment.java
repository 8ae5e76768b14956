package dev.highstreet.simulator.fulfilment;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.ShopPart;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.payment.Payments;
import dev.highstreet.simulator.profile.FulfilmentProfile;
import dev.highstreet.simulator.returns.Returning;
import dev.highstreet.simulator.returns.ReturnsDesk;
import dev.highstreet.simulator.warehouse.Allocation;
import dev.highstreet.simulator.warehouse.Picks;
import dev.highstreet.simulator.warehouse.Warehouses;
import dev.highstreet.simulator.warehouse.WorkingDays;

/**
 * Sees every order through: goods are promised, the order is paid, then confirmed, packed, shipped
 * and delivered, a parcel for each warehouse that has some of it; and some of it comes back.
 *
 * <p>A sale in a shop is picked, paid and handed over at once: it has no {@code OrderProgressed}.
 * An order may be cancelled before anything has left. It is paid by then, so that all lines are
 * refunded in the same moment by an {@code OrderReturned}: sales stay gross, and refunds undo them,
 * as the contract books them. Goods that were packed already go back on their shelves the next time
 * somebody works there.
 */
public final class Fulfilment implements ShopPart {
  private final FulfilmentProfile profile;
  private final WorkingDays days;
  private final String homeCountry;
  private final Warehouses warehouses;
  private final Payments payments;
  private final ReturnsDesk returnsDesk;
  private DeliveryPlanner planner;

  /**
   * Fulfilment of a shop.
   *
   * @param homeCountry where the warehouses are, as orders name it
   */
  public Fulfilment(
      FulfilmentProfile profile,
      WorkingDays days,
      String homeCountry,
      Warehouses warehouses,
      Payments payments,
      ReturnsDesk returnsDesk) {
    this.profile = requireNonNull(profile, "profile is null");
    this.days = requireNonNull(days, "days is null");
    this.homeCountry = requireNonNull(homeCountry, "homeCountry is null");
    this.warehouses = requireNonNull(warehouses, "warehouses is null");
    this.payments = requireNonNull(payments, "payments is null");
    this.returnsDesk = requireNonNull(returnsDesk, "returnsDesk is null");
  }

  @Override
  public void shopOpens(World world) {
    planner = new DeliveryPlanner(profile, days, world.seed());
  }

  @Override
  public void orderPlaced(World world, PlacedOrder order) {
    Allocation allocation = warehouses.promise(order);
    long paidAt = payments.pay(world, order);
    if (world.store(order.draft().store()).isShop()) {
      handOver(world, order, allocation);
    } else {
      send(world, order, allocation, paidAt);
    }
  }

  private void handOver(World world, PlacedOrder order, Allocation allocation) {
    Returning returning = returnsDesk.plan(world, order, world.now());
    Picks picks = returning == null ? null : new Picks();
    warehouses.pick(order, allocation, 0, allocation.parts(), picks);
    if (returning != null) {
      returning.begin(picks);
    }
  }

  private void send(World world, PlacedOrder order, Allocation allocation, long paidAt) {
    int parcels = 0;
    for (int part = 0; part < allocation.parts(); part = allocation.endOfParcel(part)) {
      parcels++;
    }
    String country = order.draft().shippingCountry();
    boolean abroad = country != null && !country.equals(homeCountry);
    Delivery delivery = planner.plan(order.entity(), paidAt, parcels, abroad);
    Returning returning =
        delivery.isCancelled()
            ? returnsDesk.cancellation(world, order)
            : returnsDesk.plan(world, order, delivery.completeAt());
    Consignment consignment =
        new Consignment(world, warehouses, days, order, allocation, delivery, returning);
    world.at(delivery.confirmedAt(), consignment);
  }
}
