package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.PaymentMethod;
import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.RefusedException;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.shopper.Demand;
import dev.highstreet.simulator.shopper.Purchase;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a basket into a draft that is sure to become an order as it is: whatever the shop would
 * leave out of a simulated shopper's order is refused here, for a person who asks for three wants
 * to know that there are two.
 */
final class OutsideDrafts {
  private final ShopFloor floor;
  private final Directory directory;
  private final Demand demand;

  OutsideDrafts(ShopFloor floor, Directory directory, Demand demand) {
    this.floor = floor;
    this.directory = directory;
    this.demand = demand;
  }

  /** A draft for the present, or a refusal. */
  OrderDraft of(Basket basket, long entity) {
    Store store =
        basket.storeId() == null
            ? floor.allStores().website()
            : directory.store("storeId", basket.storeId());
    int customer =
        basket.customerId() == null
            ? Purchase.GUEST
            : directory.customer("customerId", basket.customerId());
    if (basket.paymentMethod() == PaymentMethod.CASH && !store.isShop()) {
      throw new RefusedException(
          "paymentMethod",
          "paymentMethod is CASH, which is paid in a shop, and %s is none: give another, such as CARD"
              .formatted(store.id()));
    }
    int lines = basket.lines().size();
    int[] products = new int[lines];
    int[] quantities = new int[lines];
    long gross = 0; // so many lines of so many units do not overflow
    List<RefusedException.Fault> faults = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      Basket.Line line = basket.lines().get(i);
      try {
        Product product = sellable(line, "lines[%d].".formatted(i));
        products[i] = product.number();
        quantities[i] = line.quantity();
        gross += product.listPriceMicros() * line.quantity();
      } catch (RefusedException e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    refuseIfTooDear(gross);
    String country =
        customer == Purchase.GUEST ? demand.home() : floor.customer(customer).country();
    return new OrderDraft(
        entity,
        customer,
        store.number(),
        floor.now(),
        products,
        quantities,
        new long[lines],
        basket.paymentMethod(),
        store.isShop() ? null : basket.ipAddress(),
        store.isShop() ? null : basket.userAgent(),
        null,
        country,
        country);
  }

  private Product sellable(Basket.Line line, String path) {
    Product product = directory.product(path + "productId", line.productId());
    if (!product.active()) {
      throw new RefusedException(
          path + "productId",
          "%sproductId is %s (%s), which is not on sale now: leave it out"
              .formatted(path, product.id(), product.name()));
    }
    long available = floor.staff().available().applyAsLong(product.number());
    if (line.quantity() > available) {
      throw new RefusedException(
          path + "quantity",
          "%squantity is %d, and of %s (%s) there are %d: %s"
              .formatted(
                  path,
                  line.quantity(),
                  product.id(),
                  product.name(),
                  available,
                  available == 0 ? "leave it out" : "take at most so many"));
    }
    return product;
  }

  private static void refuseIfTooDear(long grossMicros) {
    if (grossMicros > OrderDesk.DEAREST_ORDER) {
      throw new RefusedException(
          "lines",
          "lines come to %d micros together: an order may come to %d; make several of it"
              .formatted(grossMicros, OrderDesk.DEAREST_ORDER));
    }
  }
}
