package dev.highstreet.simulator.fraud;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.schemas.StoreType;
import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.engine.PlacedOrder;
import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.engine.World;

/** Writes the orders of one attack on the website, modelled on honest ones, paid by card. */
final class FraudDrafts {
  private static final int MOST_UNITS = 48; // what a parcel holds: nobody steals a lorry-load

  private final int website;
  private final Disguise disguise;

  FraudDrafts(World world, Disguise disguise) {
    this.website = website(world);
    this.disguise = disguise;
  }

  /**
   * An order: the goods of an honest one, with its discounts, but for what is too much for a thief.
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
    int[] quantities = new int[model.lines()];
    long[] discounts = new long[model.lines()];
    for (int line = 0; line < quantities.length; line++) {
      quantities[line] = Math.min(MOST_UNITS, model.quantities()[line]);
      discounts[line] = discount(model, line, quantities[line]);
    }
    return new OrderDraft(
        RandomStream.mix(attack, nth) | Long.MIN_VALUE,
        customer,
        website,
        at,
        model.products(),
        quantities,
        discounts,
        method(model, random),
        face.ipAddress(),
        face.agent(),
        face.device(),
        country,
        shippingCountry);
  }

  /** The same order, for one piece of one of the goods. */
  OrderDraft small(OrderDraft draft, RandomStream random) {
    int line = random.nextInt(draft.products().length);
    return new OrderDraft(
        draft.entity(),
        draft.customer(),
        draft.store(),
        draft.at(),
        new int[] {draft.products()[line]},
        new int[] {1},
        new long[] {draft.discountsMicros()[line] / draft.quantities()[line]},
        draft.paymentMethod(),
        draft.ipAddress(),
        draft.userAgent(),
        draft.deviceId(),
        draft.country(),
        draft.shippingCountry());
  }

  private static long discount(PlacedOrder model, int line, int quantity) {
    return model.discountsMicros()[line] / model.quantities()[line] * quantity;
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
