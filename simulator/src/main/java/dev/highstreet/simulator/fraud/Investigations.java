package dev.highstreet.simulator.fraud;

import dev.highstreet.schemas.FraudLabelled;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;
import dev.highstreet.simulator.profile.FraudProfile;
import dev.highstreet.simulator.shopper.Purchase;
import java.time.Instant;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * What is found out about orders. A fraud comes to light weeks later, when the cardholder disputes
 * the charge. Of honest orders that look like one (bulk buyers, people who send presents abroad,
 * travellers with dear baskets), some are looked into, and cleared within days.
 */
final class Investigations {
  private static final int LABEL = "fraud label".hashCode();
  private static final int INQUIRY = "fraud inquiry".hashCode();
  private static final double DAY = 86_400_000;
  private static final double LEAST_DAYS = 1;
  private static final double MOST_DAYS = 120; // the time in which cards can be disputed
  private static final double INQUIRY_MEDIAN_DAYS = 4;
  private static final double INQUIRY_LOG_SD = 0.6;
  private static final double DEAR = 0.9;

  private final FraudProfile profile;
  private final World world;
  private final HonestOrders honest;

  Investigations(FraudProfile profile, World world, HonestOrders honest) {
    this.profile = profile;
    this.world = world;
    this.honest = honest;
  }

  /** A fraud, which will come to light. */
  void fraud(PlacedOrder order, FraudPattern pattern) {
    RandomStream random = RandomStream.of(world.seed(), LABEL, order.entity());
    double days = after(profile.chargebackMedianDays(), profile.chargebackLogSd(), random);
    label(order, days, pattern);
  }

  /** An honest order, which may be looked into. */
  void honest(PlacedOrder order) {
    if (looksBad(order)) {
      RandomStream random = RandomStream.of(world.seed(), INQUIRY, order.entity());
      if (random.nextDouble() < profile.investigatedShare()) {
        label(order, after(INQUIRY_MEDIAN_DAYS, INQUIRY_LOG_SD, random), null);
      }
    }
  }

  private boolean looksBad(PlacedOrder order) {
    OrderDraft draft = order.draft();
    if (world.store(draft.store()).isShop()) {
      return false;
    }
    boolean bulk = honest.isAbove(profile.bulkQuantile(), order.netMicros());
    boolean present =
        draft.shippingCountry() != null && !draft.shippingCountry().equals(draft.country());
    return bulk || present || (travels(draft) && honest.isAbove(DEAR, order.netMicros()));
  }

  private boolean travels(OrderDraft draft) {
    return draft.customer() != Purchase.GUEST
        && draft.ipAddress() != null
        && !draft.ipAddress().equals(world.customer(draft.customer()).ipAddress());
  }

  private void label(PlacedOrder order, double days, FraudPattern pattern) {
    String name = pattern == null ? null : pattern.name();
    world.at(
        order.at() + (long) (days * DAY),
        now -> {
          Instant instant = Instant.ofEpochMilli(now);
          world.emit(
              Topic.FRAUD_LABELS,
              order.id(),
              new FraudLabelled(
                  world.ids().next(LABEL, order.number(), 0),
                  instant,
                  instant,
                  order.id(),
                  name != null,
                  name));
        });
  }

  private static double after(double medianDays, double logSd, RandomStream random) {
    double z = ZigguratSampler.NormalizedGaussian.of(random).sample();
    return Math.max(LEAST_DAYS, Math.min(MOST_DAYS, medianDays * Math.exp(logSd * z)));
  }
}
