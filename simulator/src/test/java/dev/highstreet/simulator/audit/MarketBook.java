package dev.highstreet.simulator.audit;

import static dev.highstreet.simulator.audit.Finding.check;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.StoreType;
import java.util.HashMap;
import java.util.Map;

/** The newest revisions of products, stores and customers. */
final class MarketBook {
  private static final long DEAREST_MICROS = 100_000_000_000_000L;

  private final Map<String, ProductRevised> products = new HashMap<>();
  private final Map<String, StoreRevised> stores = new HashMap<>();
  private final Map<String, CustomerRevised> customers = new HashMap<>();

  void enter(ProductRevised product) {
    ProductRevised before = products.put(product.getProductId(), product);
    check(
        follows(before == null ? 0 : before.getRevision(), product.getRevision()), "gap", product);
    check(product.getListPriceMicros() > 0, "no price", product);
    check(product.getListPriceMicros() <= DEAREST_MICROS, "too dear", product);
    check(product.getUnitCostMicros() > 0, "no cost", product);
    check(product.getUnitCostMicros() <= product.getListPriceMicros(), "sold at a loss", product);
    check(before != null || product.getActive(), "announced when it has left the range", product);
    check(
        before == null
            || before.getListPriceMicros() != product.getListPriceMicros()
            || before.getActive() != product.getActive(),
        "a revision that changes nothing",
        product);
    check(!product.getName().isBlank() && !product.getCategory().isBlank(), "no name", product);
  }

  void enter(StoreRevised store) {
    StoreRevised before = stores.put(store.getStoreId(), store);
    check(follows(before == null ? 0 : before.getRevision(), store.getRevision()), "gap", store);
    check(before == null || before.getType() == store.getType(), "another type", store);
    check(store.getRating() >= 1 && store.getRating() <= 5, "rating", store);
    boolean marketplace = store.getType() == StoreType.MARKETPLACE;
    check((store.getCommissionRate() != null) == marketplace, "commission", store);
    boolean shop = store.getType() == StoreType.SHOP;
    check((store.getCity() != null) == shop, "city", store);
    check((store.getOpeningHours() != null) == shop, "opening hours", store);
  }

  void enter(CustomerRevised customer) {
    CustomerRevised before = customers.put(customer.getCustomerId(), customer);
    check(
        follows(before == null ? 0 : before.getRevision(), customer.getRevision()),
        "gap",
        customer);
    check(
        before == null
            ? customer.getRegisteredAt().equals(customer.getOccurredAt())
            : customer.getRegisteredAt().equals(before.getRegisteredAt()),
        "registered at another time",
        customer);
    check(!customer.getCountry().isBlank(), "no country", customer);
  }

  private static boolean follows(int before, int revision) {
    return revision == before + 1;
  }

  /** The newest revision of a product; null if it was never announced. */
  ProductRevised product(String id) {
    return products.get(id);
  }

  /** The newest revision of a store; null if it was never announced. */
  StoreRevised store(String id) {
    return stores.get(id);
  }

  boolean knowsCustomer(String id) {
    return customers.containsKey(id);
  }

  CustomerRevised customer(String id) {
    return customers.get(id);
  }
}
