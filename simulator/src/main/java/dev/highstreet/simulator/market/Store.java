package dev.highstreet.simulator.market;

import dev.highstreet.schemas.StoreType;

/**
 * A store.
 *
 * @param number from 0
 * @param id as in events
 * @param name of the store
 * @param type WEBSITE, MARKETPLACE or SHOP
 * @param city of a shop; null elsewhere
 * @param postcode of a shop; null elsewhere
 * @param manager who runs it
 * @param hours when a shop is open; null elsewhere
 * @param commissionRate share of net sales that a marketplace keeps; null elsewhere
 */
public record Store(
    int number,
    String id,
    String name,
    StoreType type,
    String city,
    String postcode,
    String manager,
    OpeningHours hours,
    Double commissionRate) {
  /** Whether customers come in person, and leave with the goods. */
  public boolean isShop() {
    return type == StoreType.SHOP;
  }
}
