package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * How orders reach their customers.
 *
 * @param lateShare share of orders of which something arrives after the promise
 * @param lateMedianDays median of the lognormal delay of what is late, in working days beyond the
 *     first
 * @param lateLogSd standard deviation of the log of that delay
 * @param cancelledShare share of orders cancelled before anything was shipped; a sale in a shop is
 *     none of them
 * @param handlingMedianMinutes median of the lognormal time from confirmation to the packed parcel,
 *     in minutes of working time
 * @param handlingLogSd standard deviation of the log of that time
 * @param handlingDays working days that a promise allows for handling
 * @param cutOffHour orders confirmed before this local hour count from the same working day
 * @param carriers who carries
 */
public record FulfilmentProfile(
    Origin origin,
    double lateShare,
    double lateMedianDays,
    double lateLogSd,
    double cancelledShare,
    double handlingMedianMinutes,
    double handlingLogSd,
    int handlingDays,
    int cutOffHour,
    List<Carrier> carriers) {

  /**
   * A carrier.
   *
   * @param name as in events
   * @param weight of its share among the carriers that serve an address
   * @param abroad whether it delivers abroad; else it delivers in the shop's own country
   * @param promisedDays working days from shipping that a promise allows for
   * @param transitMedianDays median of the lognormal time in transit, in working days
   * @param transitLogSd standard deviation of the log of that time
   */
  public record Carrier(
      String name,
      double weight,
      boolean abroad,
      int promisedDays,
      double transitMedianDays,
      double transitLogSd) {
    /** Refuses what cannot be. */
    public Carrier {
      Checks.given("fulfilment.carriers.name", name);
      Checks.positive("fulfilment.carriers.weight", weight);
      Checks.count("fulfilment.carriers.promisedDays", promisedDays, 1, 60);
      Checks.between("fulfilment.carriers.transitMedianDays", transitMedianDays, 0.1, 60);
      Checks.between("fulfilment.carriers.transitLogSd", transitLogSd, 0, 2);
    }
  }

  /** Refuses what cannot be. */
  public FulfilmentProfile {
    Checks.given("fulfilment.origin", origin);
    Checks.share("fulfilment.lateShare", lateShare);
    Checks.between("fulfilment.lateMedianDays", lateMedianDays, 0.1, 60);
    Checks.between("fulfilment.lateLogSd", lateLogSd, 0, 2);
    Checks.share("fulfilment.cancelledShare", cancelledShare);
    Checks.between("fulfilment.handlingMedianMinutes", handlingMedianMinutes, 1, 10_000);
    Checks.between("fulfilment.handlingLogSd", handlingLogSd, 0, 2);
    Checks.count("fulfilment.handlingDays", handlingDays, 0, 30);
    Checks.count("fulfilment.cutOffHour", cutOffHour, 8, 17);
    Checks.size("fulfilment.carriers", carriers, 2, 50);
    carriers = List.copyOf(carriers);
    for (boolean abroad : new boolean[] {false, true}) {
      if (carriers.stream().noneMatch(carrier -> carrier.abroad() == abroad)) {
        throw new IllegalArgumentException(
            "profile: fulfilment.carriers has none with abroad = %s: give at least one"
                .formatted(abroad));
      }
    }
  }

  /**
   * 8.1 % late and 0.6 % cancelled: 99,441 orders of 2016 to 2018 in the Brazilian E-Commerce
   * Public Dataset by Olist (of those delivered, 8.1 % after the estimated date; 625 cancelled).
   * Carriers are invented, their times the usual ones in Great Britain.
   */
  public static FulfilmentProfile priors() {
    return new FulfilmentProfile(
        Origin.prior("Olist, Brazilian E-Commerce Public Dataset; carriers are invented"),
        0.081,
        2,
        0.8,
        0.006,
        150,
        0.8,
        1,
        14,
        List.of(
            new Carrier("Pennine Parcels", 38, false, 3, 1.6, 0.35),
            new Carrier("Swiftmile", 27, false, 1, 1.0, 0.20),
            new Carrier("Thistle & Rose Couriers", 22, false, 3, 1.9, 0.40),
            new Carrier("Green Lane Logistics", 13, false, 5, 2.8, 0.40),
            new Carrier("Dover Strait Freight", 1, true, 8, 4.5, 0.40)));
  }

  /** The same with a share of cancelled orders that was fitted. */
  public FulfilmentProfile withCancelledShare(double share) {
    return new FulfilmentProfile(
        new Origin(origin.basis(), origin.reason() + "; the share of cancelled orders is fitted"),
        lateShare,
        lateMedianDays,
        lateLogSd,
        share,
        handlingMedianMinutes,
        handlingLogSd,
        handlingDays,
        cutOffHour,
        carriers);
  }
}
