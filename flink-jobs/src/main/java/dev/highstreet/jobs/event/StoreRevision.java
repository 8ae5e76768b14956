package dev.highstreet.jobs.event;

/**
 * One revision of a store, an immutable fact. The type of a store never changes.
 *
 * @param storeId identity
 * @param revision 1 for the first
 * @param name of the store
 * @param type WEBSITE, MARKETPLACE or SHOP: the sales channel
 * @param city or null
 * @param postcode or null
 * @param manager or null
 * @param openingHours in words, or null
 * @param commissionRate share of net sales a marketplace keeps, 0 to 1, or null
 * @param rating 1 to 5, or null
 * @param openedAt epoch milliseconds
 */
public record StoreRevision(
    String storeId,
    int revision,
    String name,
    String type,
    String city,
    String postcode,
    String manager,
    String openingHours,
    Double commissionRate,
    Double rating,
    long openedAt) {}
