package dev.highstreet.simulator.payment;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.PaymentAttempted;
import dev.highstreet.schemas.PaymentOutcome;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.Happening;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.profile.PaymentProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the payments for orders. Every order is paid, in full and once: by its last attempt. What
 * fraudsters do at the till is told beforehand with {@link #expect}.
 */
public final class Payments {
  private static final int PAYMENT = "payment".hashCode();

  private final PaymentProfile profile;
  private final Map<Long, CheckoutScript> expected = new HashMap<>();
  private PaymentPlanner planner;

  /** Payments that go as a profile says. */
  public Payments(PaymentProfile profile) {
    this.profile = requireNonNull(profile, "profile is null");
  }

  /**
   * The order of this entity, placed next, is paid in this way.
   *
   * @param entity of the draft
   */
  public void expect(long entity, CheckoutScript script) {
    expected.put(entity, script);
  }

  /** The order of this entity was not placed after all. */
  public void forget(long entity) {
    expected.remove(entity);
  }

  /**
   * Lets an order be paid, now in a shop, and soon elsewhere.
   *
   * @return when it is paid, in milliseconds since 1970, UTC
   */
  public long pay(World world, PlacedOrder order) {
    if (planner == null) {
      planner = new PaymentPlanner(profile, world.seed());
    }
    boolean inShop = world.store(order.draft().store()).isShop();
    CheckoutScript script = expected.isEmpty() ? null : expected.remove(order.entity());
    PaymentPlan plan =
        script == null ? planner.plan(order, inShop) : scripted(order, script, world);
    Attempts attempts = new Attempts(world, order, plan, inShop);
    if (plan.times()[0] <= world.now()) {
      attempts.happen(world.now());
    } else {
      world.at(plan.times()[0], attempts);
    }
    return plan.paidAt();
  }

  private PaymentPlan scripted(PlacedOrder order, CheckoutScript script, World world) {
    RandomStream random = RandomStream.of(world.seed(), PAYMENT, order.entity());
    int attempts = script.cards().length;
    long[] times = new long[attempts];
    String[] reasons = new String[attempts];
    for (int i = 0; i < attempts; i++) {
      times[i] = order.at() + script.afterMillis()[i];
      reasons[i] = i < attempts - 1 ? planner.reason(random) : null;
    }
    return new PaymentPlan(times, script.cards(), reasons);
  }

  /** The attempts of one order, one after the other. */
  private static final class Attempts implements Happening {
    private final World world;
    private final PlacedOrder order;
    private final PaymentPlan plan;
    private final boolean inShop;
    private int next;

    Attempts(World world, PlacedOrder order, PaymentPlan plan, boolean inShop) {
      this.world = world;
      this.order = order;
      this.plan = plan;
      this.inShop = inShop;
    }

    @Override
    public void happen(long now) {
      boolean last = next == plan.attempts() - 1;
      Instant instant = Instant.ofEpochMilli(now);
      world.emit(
          Topic.PAYMENTS,
          order.id(),
          new PaymentAttempted(
              world.ids().next(PAYMENT, order.number(), next),
              instant,
              instant,
              order.id(),
              order.id() + "-P" + (next + 1),
              plan.cards()[next],
              order.totalMicros(),
              last ? PaymentOutcome.AUTHORISED : PaymentOutcome.DECLINED,
              plan.declineReasons()[next],
              order.draft().ipAddress(),
              order.draft().deviceId(),
              order.draft().country(),
              inShop ? null : order.draft().shippingCountry()));
      next++;
      if (!last) {
        world.at(plan.times()[next], this);
      }
    }
  }
}
