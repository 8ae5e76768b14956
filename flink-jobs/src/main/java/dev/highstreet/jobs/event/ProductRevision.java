package dev.highstreet.jobs.event;

/**
 * One revision of a product, an immutable fact.
 *
 * @param productId stock code
 * @param revision 1 for the first
 * @param name as customers read it
 * @param category merchandise category
 * @param brand or null
 * @param supplier or null
 * @param listPriceMicros list price of a unit
 * @param unitCostMicros cost of a unit
 * @param unitCostAssumed true where the cost is an assumed share of the price
 * @param active false once it has left the range
 * @param effectiveFrom epoch milliseconds
 */
public record ProductRevision(
    String productId,
    int revision,
    String name,
    String category,
    String brand,
    String supplier,
    long listPriceMicros,
    long unitCostMicros,
    boolean unitCostAssumed,
    boolean active,
    long effectiveFrom) {}
