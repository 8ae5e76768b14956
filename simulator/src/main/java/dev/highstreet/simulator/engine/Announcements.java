package dev.highstreet.simulator.engine;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.market.Customer;
import dev.highstreet.simulator.market.Customers;
import dev.highstreet.simulator.market.Product;
import dev.highstreet.simulator.market.Store;
import dev.highstreet.simulator.market.Stores;
import java.time.Instant;

/** Gives out revisions of products, stores and customers. */
final class Announcements {
  private static final int PRODUCT = "product".hashCode();
  private static final int STORE = "store".hashCode();
  private static final int CUSTOMER = "customer".hashCode();

  private final World world;
  private final Stores stores;
  private final Customers customers;
  private final Instant opened;

  Announcements(World world, Stores stores, Customers customers) {
    this.world = world;
    this.stores = stores;
    this.customers = customers;
    this.opened = world.instant();
  }

  void product(Product product) {
    Instant now = world.instant();
    world.emit(
        Topic.PRODUCTS,
        product.id(),
        new ProductRevised(
            world.ids().next(PRODUCT, product.number(), product.revision()),
            now,
            now,
            product.id(),
            product.revision(),
            product.name(),
            product.category(),
            product.brand(),
            product.supplier(),
            product.listPriceMicros(),
            product.unitCostMicros(),
            true,
            product.active(),
            now));
  }

  void store(Store store) {
    Instant now = world.instant();
    world.emit(
        Topic.STORES,
        store.id(),
        new StoreRevised(
            world.ids().next(STORE, store.number(), stores.revision(store.number())),
            now,
            now,
            store.id(),
            stores.revision(store.number()),
            store.name(),
            store.type(),
            store.city(),
            store.postcode(),
            store.manager(),
            store.hours() == null ? null : store.hours().inWords(),
            store.commissionRate(),
            stores.rating(store.number()),
            opened));
  }

  void customer(Customer customer, Instant registeredAt) {
    Instant now = world.instant();
    int revision = customers.revision(customer.number());
    world.emit(
        Topic.CUSTOMERS,
        customer.id(),
        new CustomerRevised(
            world.ids().next(CUSTOMER, customer.number(), revision),
            now,
            now,
            customer.id(),
            revision,
            registeredAt,
            customer.country(),
            customer.city(),
            customer.postcodeArea(),
            customers.tier(customer.number())));
  }
}
