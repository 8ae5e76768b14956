package dev.highstreet.simulator.fraud;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;

/** Writes the orders of one attack on the website, modelled on honest ones, paid by card. */
final class FraudDrafts {
  private final int website;
  private final Disguise disguise;

  FraudDrafts(World world, Disguise disguise) {
    this.website = website(world);
    this.disguise = disguise;
  }

  /**
   * An order.
   *
   * @param attack number of the attack, and {@code nth} of the order in it: together they are its
   *     entity
   * @param model the honest order whose goods it asks for
   * @param country where the bill goes
   * @param shippingCountry where the goods go
   */
  OrderDraft like(
      PlacedOrder model,
      long attack,
      int nth,
      long at,
      int customer,
      Face face,
      String country,
      String shippingCountry,
      RandomStream random) {
    return new OrderDraft(
        RandomStream.mix(attack, nth) | Long.MIN_VALUE,
        customer,
        website,
        at,
        model.products(),
        model.quantities(),
        new long[model.lines()],
        method(model, random),
        face.ipAddress(),
        face.agent(),
        face.device(),
        country,
        shippingCountry);
  }

  /** The same order, for one piece of one of the goods. */
  OrderDraft small(OrderDraft draft, RandomStream random) {
    return new OrderDraft(
        draft.entity(),
        draft.customer(),
        draft.store(),
        draft.at(),
        new int[] {draft.products()[random.nextInt(draft.products().length)]},
        new int[] {1},
        new long[1],
        draft.paymentMethod(),
        draft.ipAddress(),
        draft.userAgent(),
        draft.deviceId(),
        draft.country(),
        draft.shippingCountry());
  }

  /** Cards are what is stolen; a wallet with one in it looks more honest. */
  private PaymentMethod method(PlacedOrder model, RandomStream random) {
    boolean hides = disguise.hides(random);
    return hides && model.paymentMethod() == PaymentMethod.WALLET
        ? PaymentMethod.WALLET
        : PaymentMethod.CARD;
  }

  private static int website(World world) {
    for (int store = 0; store < world.stores(); store++) {
      if (world.store(store).type() == StoreType.WEBSITE) {
        return store;
      }
    }
    throw new IllegalStateException("no store is a website, and frauds need one");
  }
}
