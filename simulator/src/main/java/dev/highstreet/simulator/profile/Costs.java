package dev.highstreet.simulator.profile;

/**
 * What products cost the shop, and what delivery costs the customer.
 *
 * @param costShare mean of a product's unit cost as a share of its first list price, above 0
 * @param costSpread how far a product's share may be off that mean; the cost stays below the price
 * @param deliveryFeeMicros what a delivery at home costs the customer, in micros
 * @param deliveryAbroadMicros what a delivery abroad costs the customer, in micros
 * @param freeDeliveryMicros net of an order, in micros, from which a delivery at home is free
 */
public record Costs(
    Origin origin,
    double costShare,
    double costSpread,
    long deliveryFeeMicros,
    long deliveryAbroadMicros,
    long freeDeliveryMicros) {
  private static final long DEAREST_DELIVERY = 1_000_000_000;

  /** Refuses what cannot be. */
  public Costs {
    Checks.given("world.costs.origin", origin);
    Checks.between("world.costs.costShare", costShare, 0.01, 0.99);
    Checks.between("world.costs.costSpread", costSpread, 0, Math.min(costShare, 1 - costShare));
    Checks.count("world.costs.deliveryFeeMicros", deliveryFeeMicros, 0, DEAREST_DELIVERY);
    Checks.count("world.costs.deliveryAbroadMicros", deliveryAbroadMicros, 0, DEAREST_DELIVERY);
    Checks.count("world.costs.freeDeliveryMicros", freeDeliveryMicros, 0, Long.MAX_VALUE);
  }

  /** What is usual for shops that sell other makers' goods. */
  public static Costs priors() {
    return new Costs(
        Origin.prior(
            "general retail has a gross margin of about half of net sales; British web shops ask 3"
                + " to 5 pounds for a delivery, and nothing from about 50"),
        0.52,
        0.12,
        3_950_000,
        9_950_000,
        50_000_000);
  }
}
