package dev.highstreet.simulator.market;

/**
 * A revision of a product.
 *
 * @param number in the profile's catalogue, from 0
 * @param id stock code
 * @param revision 1, 2, …; 0 if it was never sold yet
 * @param name as customers read it
 * @param category merchandise category
 * @param brand who makes it
 * @param supplier who delivers it
 * @param listPriceMicros price of one unit, above 0
 * @param unitCostMicros cost of one unit to the shop, as planned; lots have costs of their own
 * @param active whether it is sold
 */
public record Product(
    int number,
    String id,
    int revision,
    String name,
    String category,
    String brand,
    String supplier,
    long listPriceMicros,
    long unitCostMicros,
    boolean active) {}
