package dev.highstreet.simulator.returns;

import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.shopper.Purchase;
import dev.highstreet.simulator.warehouse.Picks;
import dev.highstreet.simulator.warehouse.Warehouses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes back of one order: each time, an {@code OrderReturned}, and what can be resold. */
public final class Returning implements Happening {
  static final long AT_ONCE = Long.MIN_VALUE;

  private static final int RETURN = "return".hashCode();
  private static final int RESALEABLE = "resaleable".hashCode();

  private final World world;
  private final Warehouses warehouses;
  private final PlacedOrder order;
  private final List<PlannedReturn> planned;
  private final double resaleableShare;
  private final Refunds refunds;
  private Picks picks;
  private int next;

  Returning(
      World world,
      Warehouses warehouses,
      PlacedOrder order,
      List<PlannedReturn> planned,
      double resaleableShare) {
    this.world = world;
    this.warehouses = warehouses;
    this.order = order;
    this.planned = planned;
    this.resaleableShare = resaleableShare;
    this.refunds = new Refunds(order);
  }

  /**
   * Puts down what is planned.
   *
   * @param lots where units are noted as they are picked; by the time they come back, all are
   */
  public void begin(Picks lots) {
    picks = lots;
    if (planned.get(0).at() <= world.now()) {
      happen(world.now());
    } else {
      world.at(planned.get(0).at(), this);
    }
  }

  @Override
  public void happen(long now) {
    PlannedReturn comingBack = planned.get(next);
    List<ReturnLine> lines = new ArrayList<>(comingBack.lines().length);
    for (int i = 0; i < comingBack.lines().length; i++) {
      int line = comingBack.lines()[i];
      int quantity = comingBack.quantities()[i];
      long refundMicros = refunds.refund(line, quantity);
      if (refundMicros > 0) { // what was a present is not refunded
        String productId = world.product(order.products()[line]).id();
        lines.add(new ReturnLine(productId, order.revisions()[line], quantity, refundMicros));
      }
    }
    if (!lines.isEmpty()) {
      emit(lines, comingBack.reason(), now);
      restock(comingBack);
    }
    next++;
    if (next < planned.size()) {
      world.at(Math.max(now, planned.get(next).at()), this);
    }
  }

  private void emit(List<ReturnLine> lines, String reason, long now) {
    int customer = order.draft().customer();
    Instant instant = Instant.ofEpochMilli(now);
    String returnId = order.id() + "-R" + (next + 1);
    world.emit(
        Topic.RETURNS,
        returnId,
        new OrderReturned(
            world.ids().next(RETURN, order.number(), next),
            instant,
            instant,
            returnId,
            order.id(),
            customer == Purchase.GUEST ? null : world.customer(customer).id(),
            world.store(order.draft().store()).id(),
            lines,
            reason));
  }

  private void restock(PlannedReturn comingBack) {
    RandomStream random =
        RandomStream.of(world.seed(), RESALEABLE, RandomStream.mix(order.entity(), next));
    for (int i = 0; i < comingBack.lines().length; i++) {
      double share = comingBack.quantities()[i] * resaleableShare;
      int units = (int) (share + random.nextDouble());
      if (units > 0) {
        warehouses.takeBack(order, comingBack.lines()[i], units, picks);
      }
    }
  }
}
