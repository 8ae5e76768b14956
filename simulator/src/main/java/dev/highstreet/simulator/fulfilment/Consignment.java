package dev.highstreet.simulator.fulfilment;

import dev.highstreet.schemas.OrderProgressed;
import dev.highstreet.schemas.OrderStatus;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.returns.Returning;
import dev.highstreet.simulator.warehouse.Allocation;
import dev.highstreet.simulator.warehouse.Picks;
import dev.highstreet.simulator.warehouse.Warehouses;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.time.Instant;

/** One order on its way; it comes to pass when the order is confirmed. */
final class Consignment implements Happening {
  private static final int PROGRESS = "progress".hashCode();

  private final World world;
  private final Warehouses warehouses;
  private final WorkingDays days;
  private final PlacedOrder order;
  private final Allocation allocation;
  private final Delivery delivery;
  private final Returning returning;
  private final Picks picks;
  private int steps;

  /**
   * An order that will be confirmed.
   *
   * @param returning what of it comes back; null if nothing does
   */
  Consignment(
      World world,
      Warehouses warehouses,
      WorkingDays days,
      PlacedOrder order,
      Allocation allocation,
      Delivery delivery,
      Returning returning) {
    this.world = world;
    this.warehouses = warehouses;
    this.days = days;
    this.order = order;
    this.allocation = allocation;
    this.delivery = delivery;
    this.returning = returning;
    this.picks = returning == null ? null : new Picks();
  }

  @Override
  public void happen(long now) {
    int first = allocation.sites()[0];
    progressed(OrderStatus.CONFIRMED, warehouses.siteId(first), null);
    int parcel = 0;
    int from = 0;
    while (from < allocation.parts()) {
      int to = allocation.endOfParcel(from);
      if (delivery.packedAt()[parcel] < delivery.cancelledAt()) {
        world.at(delivery.packedAt()[parcel], new Parcel(parcel, from, to));
      }
      parcel++;
      from = to;
    }
    if (delivery.isCancelled()) {
      world.at(delivery.cancelledAt(), this::cancel);
    } else if (returning != null) {
      returning.begin(picks);
    }
  }

  private void cancel(long now) {
    progressed(OrderStatus.CANCELLED, null, null);
    int parcel = 0;
    int from = 0;
    while (from < allocation.parts()) {
      int to = allocation.endOfParcel(from);
      if (delivery.packedAt()[parcel] >= delivery.cancelledAt()) {
        warehouses.release(order, allocation, from, to);
      }
      parcel++;
      from = to;
    }
    returning.begin(picks);
    if (!picks.isEmpty()) {
      world.at(
          days.workingTimeFrom(now),
          later -> {
            for (int line = 0; line < order.lines(); line++) {
              warehouses.takeBack(order, line, picks.outstanding(line), picks);
            }
          });
    }
  }

  private void progressed(OrderStatus status, String warehouseId, String carrier) {
    Instant now = Instant.ofEpochMilli(world.now());
    boolean promised = status != OrderStatus.CANCELLED;
    world.emit(
        Topic.PROGRESS,
        order.id(),
        new OrderProgressed(
            world.ids().next(PROGRESS, order.number(), steps++),
            now,
            now,
            order.id(),
            status,
            warehouseId,
            carrier,
            promised ? Instant.ofEpochMilli(delivery.promisedBy()) : null));
  }

  /** What one warehouse sends: packed, then shipped, then delivered. */
  private final class Parcel implements Happening {
    private final int number;
    private final int from;
    private final int to;
    private OrderStatus reached = OrderStatus.CONFIRMED;

    Parcel(int number, int from, int to) {
      this.number = number;
      this.from = from;
      this.to = to;
    }

    @Override
    public void happen(long now) {
      String warehouseId = warehouses.siteId(allocation.sites()[from]);
      switch (reached) {
        case CONFIRMED -> {
          warehouses.pick(order, allocation, from, to, picks);
          reached = OrderStatus.PACKED;
          progressed(reached, warehouseId, null);
          if (!delivery.isCancelled()) {
            world.at(delivery.shippedAt()[number], this);
          }
        }
        case PACKED -> {
          reached = OrderStatus.SHIPPED;
          progressed(reached, warehouseId, delivery.carrier());
          world.at(delivery.deliveredAt()[number], this);
        }
        default -> {
          reached = OrderStatus.DELIVERED;
          progressed(reached, warehouseId, delivery.carrier());
        }
      }
    }
  }
}
