package dev.highstreet.simulator.profile;

/**
 * What no file of transactions can tell.
 *
 * @param channels where the shop sells
 * @param costs what products cost the shop, and deliveries the customer
 * @param loyalty how the shop thanks customers who come back
 * @param browsing what people do besides buying
 * @param stock warehouses, and how they are kept stocked
 * @param payment how payments go
 * @param fulfilment how orders reach their customers
 * @param returnHandling what becomes of goods that come back
 * @param fraud how the shop is defrauded
 */
public record WorldProfile(
    Channels channels,
    Costs costs,
    Loyalty loyalty,
    Browsing browsing,
    StockProfile stock,
    PaymentProfile payment,
    FulfilmentProfile fulfilment,
    ReturnHandling returnHandling,
    FraudProfile fraud) {
  /** Refuses what is incomplete. */
  public WorldProfile {
    Checks.given("world.channels", channels);
    Checks.given("world.costs", costs);
    Checks.given("world.loyalty", loyalty);
    Checks.given("world.browsing", browsing);
    Checks.given("world.stock", stock);
    Checks.given("world.payment", payment);
    Checks.given("world.fulfilment", fulfilment);
    Checks.given("world.returnHandling", returnHandling);
    Checks.given("world.fraud", fraud);
  }

  /** What is known of shops in general. */
  public static WorldProfile priors() {
    return new WorldProfile(
        Channels.priors(),
        Costs.priors(),
        Loyalty.priors(),
        Browsing.priors(),
        StockProfile.priors(),
        PaymentProfile.priors(),
        FulfilmentProfile.priors(),
        ReturnHandling.priors(),
        FraudProfile.priors());
  }

  /** The same world with other browsing, such as less of it for a demonstration. */
  public WorldProfile with(Browsing other) {
    return new WorldProfile(
        channels, costs, loyalty, other, stock, payment, fulfilment, returnHandling, fraud);
  }

  /** The same world with other channels. */
  public WorldProfile with(Channels other) {
    return new WorldProfile(
        other, costs, loyalty, browsing, stock, payment, fulfilment, returnHandling, fraud);
  }

  /** The same world with other fulfilment. */
  public WorldProfile with(FulfilmentProfile other) {
    return new WorldProfile(
        channels, costs, loyalty, browsing, stock, payment, other, returnHandling, fraud);
  }
}
