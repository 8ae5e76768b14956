package dev.highstreet.simulator.transactions;

import java.time.Instant;

/**
 * One line of an invoice, as the file has it.
 *
 * @param description as written; empty where the file says nothing
 * @param quantity negative for what came back, or for what somebody corrected
 * @param priceMicros of one unit
 * @param customer null for a guest
 * @param country empty where the file says nothing
 * @param category empty where the file says nothing
 */
public record Row(
    String invoice,
    String product,
    String description,
    int quantity,
    Instant time,
    long priceMicros,
    String customer,
    String country,
    String category) {}
