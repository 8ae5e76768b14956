package dev.highstreet.jobs.event;

/**
 * One revision of a customer's record, an immutable fact.
 *
 * @param customerId identity
 * @param revision 1 for the first
 * @param registeredAt epoch milliseconds
 * @param country as the shop names it
 * @param city or null
 * @param postcodeArea or null
 * @param segment or null
 */
public record CustomerRevision(
    String customerId,
    int revision,
    long registeredAt,
    String country,
    String city,
    String postcodeArea,
    String segment) {}
