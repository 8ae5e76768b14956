package dev.highstreet.jobs.event;

/**
 * One revision of a product, a store or a customer: exactly one of the three is present. A revision
 * is named by (entity, number) and never changes.
 *
 * @param product or null
 * @param store or null
 * @param customer or null
 */
public record Revision(ProductRevision product, StoreRevision store, CustomerRevision customer) {
  public Revision {
    int present = (product == null ? 0 : 1) + (store == null ? 0 : 1) + (customer == null ? 0 : 1);
    if (present != 1) {
      throw new IllegalArgumentException(
          "a revision is of one product, store or customer, not of " + present);
    }
  }

  /** A revision of a product. */
  public static Revision of(ProductRevision product) {
    return new Revision(product, null, null);
  }

  /** A revision of a store. */
  public static Revision of(StoreRevision store) {
    return new Revision(null, store, null);
  }

  /** A revision of a customer. */
  public static Revision of(CustomerRevision customer) {
    return new Revision(null, null, customer);
  }

  /** Stock code, store id or customer id. */
  public String entityId() {
    if (product != null) {
      return product.productId();
    }
    return store != null ? store.storeId() : customer.customerId();
  }

  /** 1 for the first revision of the entity. */
  public int number() {
    if (product != null) {
      return product.revision();
    }
    return store != null ? store.revision() : customer.revision();
  }
}
