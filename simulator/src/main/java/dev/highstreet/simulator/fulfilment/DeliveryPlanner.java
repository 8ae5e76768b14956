package dev.highstreet.simulator.fulfilment;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.profile.FulfilmentProfile;
import dev.highstreet.simulator.profile.FulfilmentProfile.Carrier;
import dev.highstreet.simulator.warehouse.WorkingDays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Plans how an order travels. It is confirmed within minutes of its payment, at any hour; parcels
 * are packed in working hours, collected in the evening of working days, and delivered by day on
 * working days. The promise allows for handling and for the carrier's usual time; whether it is
 * kept is drawn first, so that the share of late orders is the profile's, whatever the carriers'
 * times.
 */
final class DeliveryPlanner {
  private static final int FULFILMENT = "fulfilment".hashCode();
  private static final double MINUTE = 60_000;
  private static final double CONFIRMATION_MEDIAN_MINUTES = 3;
  private static final double CONFIRMATION_LOG_SD = 0.8;
  private static final double LONGEST_CONFIRMATION_MINUTES = 60;
  private static final int LAST_PACKED = 17 * 60 + 45;
  private static final int COLLECTED = 18 * 60;
  private static final int COLLECTION_SPAN = 30;
  private static final int FIRST_DELIVERY = 8 * 60;
  private static final int DELIVERY_SPAN = 10 * 60;
  private static final int PROMISED = 20 * 60;
  private static final double LONGEST_DAYS = 60;

  private final FulfilmentProfile profile;
  private final WorkingDays days;
  private final long seed;
  private final Carriers atHome;
  private final Carriers abroad;

  DeliveryPlanner(FulfilmentProfile profile, WorkingDays days, long seed) {
    this.profile = profile;
    this.days = days;
    this.seed = seed;
    this.atHome = new Carriers(profile.carriers(), false);
    this.abroad = new Carriers(profile.carriers(), true);
  }

  /**
   * Plans one order.
   *
   * @param entity of the order
   * @param paidAt when it is paid
   * @param parcels how many there are, 1 or more
   * @param goesAbroad whether it leaves the country
   */
  Delivery plan(long entity, long paidAt, int parcels, boolean goesAbroad) {
    RandomStream random = RandomStream.of(seed, FULFILMENT, entity);
    Carrier carrier = (goesAbroad ? abroad : atHome).draw(random);
    double confirmation =
        CONFIRMATION_MEDIAN_MINUTES * spread(CONFIRMATION_LOG_SD, random) * MINUTE;
    long confirmedAt =
        paidAt + 1 + (long) Math.min(LONGEST_CONFIRMATION_MINUTES * MINUTE, confirmation);
    int lastShipping = days.plus(countsFrom(confirmedAt), profile.handlingDays());
    int promised = days.plus(lastShipping, carrier.promisedDays());
    boolean late = random.nextDouble() < profile.lateShare();
    long[] packedAt = new long[parcels];
    long[] shippedAt = new long[parcels];
    long[] deliveredAt = new long[parcels];
    long firstShipped = Long.MAX_VALUE;
    for (int i = 0; i < parcels; i++) {
      packedAt[i] = packed(confirmedAt, lastShipping, random);
      int shipping = days.dayOf(packedAt[i]);
      shippedAt[i] = days.at(shipping, COLLECTED + COLLECTION_SPAN * random.nextDouble());
      firstShipped = Math.min(firstShipped, shippedAt[i]);
      double transit = carrier.transitMedianDays() * spread(carrier.transitLogSd(), random);
      int usual = days.plus(shipping, (int) Math.max(1, Math.min(LONGEST_DAYS, transit + 0.5)));
      boolean isLate = late && i == parcels - 1;
      int day = isLate ? lateDay(promised, random) : Math.min(promised, usual);
      deliveredAt[i] = days.at(day, FIRST_DELIVERY + DELIVERY_SPAN * random.nextDouble());
    }
    return new Delivery(
        confirmedAt,
        days.at(promised, PROMISED),
        carrier.name(),
        packedAt,
        shippedAt,
        deliveredAt,
        cancelled(confirmedAt, firstShipped, random));
  }

  /** The working day that an order confirmed at this time counts from. */
  private int countsFrom(long confirmedAt) {
    int day = days.dayOf(confirmedAt);
    boolean inTime = confirmedAt < days.at(day, profile.cutOffHour() * 60.0);
    return inTime ? days.workingDayFrom(day) : days.workingDayFrom(day + 1);
  }

  private long packed(long confirmedAt, int lastShipping, RandomStream random) {
    long deadline = days.at(lastShipping, LAST_PACKED);
    double handling = profile.handlingMedianMinutes() * spread(profile.handlingLogSd(), random);
    // a time of day from which the carrier still takes it the same evening
    long begins = days.workingTimeFrom(confirmedAt + 1);
    long packed = days.plusMinutes(begins, 1 + handling);
    int day = days.dayOf(packed);
    if (packed > days.at(day, LAST_PACKED)) {
      packed = days.at(days.plus(day, 1), WorkingDays.OPENS + random.nextDouble() * 60);
    }
    return packed <= deadline
        ? packed
        : Math.max(begins, deadline - (long) (random.nextDouble() * 60 * MINUTE));
  }

  private int lateDay(int promised, RandomStream random) {
    double beyond = profile.lateMedianDays() * spread(profile.lateLogSd(), random);
    return days.plus(promised, 1 + (int) Math.min(LONGEST_DAYS, beyond));
  }

  private long cancelled(long confirmedAt, long firstShipped, RandomStream random) {
    if (random.nextDouble() >= profile.cancelledShare()) {
      return Delivery.NEVER;
    }
    long span = firstShipped - confirmedAt - 2;
    return confirmedAt + 1 + (long) (random.nextDouble() * span);
  }

  private static double spread(double logSd, RandomStream random) {
    return Math.exp(logSd * ZigguratSampler.NormalizedGaussian.of(random).sample());
  }

  /** The carriers that serve the country, or those that go abroad. */
  private static final class Carriers {
    private final List<Carrier> carriers;
    private final double weight;

    Carriers(List<Carrier> all, boolean abroad) {
      this.carriers = all.stream().filter(carrier -> carrier.abroad() == abroad).toList();
      this.weight = carriers.stream().mapToDouble(Carrier::weight).sum();
    }

    Carrier draw(RandomStream random) {
      double at = random.nextDouble() * weight;
      for (Carrier carrier : carriers) {
        at -= carrier.weight();
        if (at < 0) {
          return carrier;
        }
      }
      return carriers.get(carriers.size() - 1);
    }
  }
}
