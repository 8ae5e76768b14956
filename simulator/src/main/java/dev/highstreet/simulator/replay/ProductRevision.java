package dev.highstreet.simulator.replay;

import java.time.Instant;

/**
 * What a product is from a certain time on.
 *
 * @param number 1 for the first, then 2, 3, …
 */
record ProductRevision(
    String product,
    int number,
    String name,
    String category,
    long listPriceMicros,
    Instant effectiveFrom) {}
