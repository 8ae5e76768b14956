package dev.highstreet.simulator.counter;

import java.time.Instant;

/**
 * A revision of a product that others sell. Money is in micros.
 *
 * @param id stock code, at most 200 characters
 * @param number 1, 2, …; {@link Revision#NEXT} for the next
 * @param name as customers read it, at most 512 characters
 * @param category merchandise category, at most 200 characters
 * @param brand at most 512 characters; null when unknown
 * @param supplier at most 512 characters; null when unknown
 * @param listPriceMicros price of one unit, 0 or more
 * @param unitCostMicros what one unit costs whoever sells it, 0 or more
 * @param unitCostAssumed whether the cost is an assumed share of the price, and was not recorded
 * @param active false once it is no longer sold
 */
public record ProductRevision(
    String id,
    int number,
    String name,
    String category,
    String brand,
    String supplier,
    long listPriceMicros,
    long unitCostMicros,
    boolean unitCostAssumed,
    boolean active)
    implements Revision {
  /**
   * Refuses what the contract does.
   *
   * @throws RefusedException naming the field
   */
  public ProductRevision {
    Bounds.id("id", id);
    Bounds.between("revision", number, NEXT, Integer.MAX_VALUE);
    Bounds.requiredText("name", name);
    Bounds.id("category", category);
    Bounds.optionalText("brand", brand);
    Bounds.optionalText("supplier", supplier);
    Bounds.between("listPriceMicros", listPriceMicros, 0, Bounds.MOST_MICROS);
    Bounds.between("unitCostMicros", unitCostMicros, 0, Bounds.MOST_MICROS);
  }

  @Override
  public ProductRevision kept(int kept, Revision known, Instant now) {
    return new ProductRevision(
        id,
        kept,
        name,
        category,
        brand,
        supplier,
        listPriceMicros,
        unitCostMicros,
        unitCostAssumed,
        active);
  }
}
