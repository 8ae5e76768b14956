package dev.highstreet.simulator.returns;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.profile.ReturnHandling;
import dev.highstreet.simulator.profile.Returns;
import dev.highstreet.simulator.warehouse.Warehouses;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.List;

/** Where goods come back and money is paid back. */
public final class ReturnsDesk {
  private static final String CANCELLED = "Cancelled before shipping";

  private final Returns profile;
  private final ReturnHandling handling;
  private final WorkingDays days;
  private final Warehouses warehouses;
  private ReturnPlanner planner;

  /** A desk where things come back as a profile says. */
  public ReturnsDesk(
      Returns profile, ReturnHandling handling, WorkingDays days, Warehouses warehouses) {
    this.profile = requireNonNull(profile, "profile is null");
    this.handling = requireNonNull(handling, "handling is null");
    this.days = requireNonNull(days, "days is null");
    this.warehouses = requireNonNull(warehouses, "warehouses is null");
  }

  /**
   * What comes back of an order that is delivered at a time; null if nothing does. It happens once
   * {@link Returning#begin} is called, at the latest at that time.
   */
  public Returning plan(World world, PlacedOrder order, long deliveredAt) {
    if (planner == null) {
      planner = new ReturnPlanner(profile, handling, days, world);
    }
    List<PlannedReturn> planned = planner.plan(order, deliveredAt);
    return planned.isEmpty()
        ? null
        : new Returning(world, warehouses, order, planned, handling.resaleableShare());
  }

  /** An order that is cancelled: everything is refunded when {@link Returning#begin} is called. */
  public Returning cancellation(World world, PlacedOrder order) {
    int[] lines = new int[order.lines()];
    for (int line = 0; line < lines.length; line++) {
      lines[line] = line;
    }
    PlannedReturn all =
        new PlannedReturn(Returning.AT_ONCE, lines, order.quantities().clone(), CANCELLED);
    return new Returning(world, warehouses, order, List.of(all), 0);
  }
}
