package dev.highstreet.simulator.market;

/**
 * A customer, with what an order of theirs comes with.
 *
 * @param number from 0
 * @param id as in events
 * @param country as the shop names it
 * @param city null when unknown
 * @param postcodeArea letters that open the postcode; null when unknown
 * @param phone id of their phone
 * @param phoneAgent the phone's browser or app
 * @param computer id of their computer; null for somebody without
 * @param computerAgent the computer's browser; null for somebody without
 * @param ipAddress from which they usually come
 */
public record Customer(
    int number,
    String id,
    String country,
    String city,
    String postcodeArea,
    String phone,
    String phoneAgent,
    String computer,
    String computerAgent,
    String ipAddress) {}
