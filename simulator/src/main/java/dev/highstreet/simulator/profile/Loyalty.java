package dev.highstreet.simulator.profile;

import java.util.List;

/**
 * How the shop thanks customers who come back.
 *
 * @param thresholdsMicros what somebody has to have spent in all, in micros, for each tier after
 *     the first; ascending
 * @param freeDeliveryFrom the first tier whose deliveries are free, by place in {@link #TIERS}
 */
public record Loyalty(Origin origin, Amounts thresholdsMicros, int freeDeliveryFrom) {
  /** Names of the tiers; everybody begins in the first. */
  public static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum");

  /** Refuses what cannot be. */
  public Loyalty {
    Checks.given("world.loyalty.origin", origin);
    Checks.size(
        "world.loyalty.thresholdsMicros", thresholdsMicros, TIERS.size() - 1, TIERS.size() - 1);
    for (int i = 0; i < thresholdsMicros.size(); i++) {
      Checks.count(
          "world.loyalty.thresholdsMicros[" + i + "]",
          thresholdsMicros.at(i),
          i == 0 ? 1 : thresholdsMicros.at(i - 1),
          Long.MAX_VALUE);
    }
    Checks.count("world.loyalty.freeDeliveryFrom", freeDeliveryFrom, 0, TIERS.size());
  }

  /** Tiers at round sums. */
  public static Loyalty priors() {
    return new Loyalty(
        Origin.assumed("round sums that make the upper tiers small"),
        Amounts.of(500_000_000L, 2_000_000_000L, 10_000_000_000L),
        2);
  }
}
