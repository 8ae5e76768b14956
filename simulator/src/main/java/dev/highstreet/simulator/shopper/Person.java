package dev.highstreet.simulator.shopper;

/**
 * A customer as the simulation remembers one.
 *
 * @param once whether this one buys once and never again
 * @param logRate log of visits a business day
 * @param lines level of lines, as a normal score
 * @param quantity level of quantities, as a normal score
 * @param price level of prices, as a normal score
 * @param hurry how much likelier than others of the same rate to order again within the visit, as a
 *     normal score
 * @param country place in the profile's list of countries
 */
record Person(
    boolean once,
    double logRate,
    double lines,
    double quantity,
    double price,
    double hurry,
    int country) {}
