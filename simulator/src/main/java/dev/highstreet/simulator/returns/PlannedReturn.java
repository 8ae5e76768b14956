package dev.highstreet.simulator.returns;

/**
 * Goods that will come back. The arrays run in parallel, a place a line; nobody changes them.
 *
 * @param at milliseconds since 1970, UTC
 * @param lines places of the lines in the order, each once
 * @param quantities units of each that come back, 1 or more
 * @param reason in the shop's words
 */
record PlannedReturn(long at, int[] lines, int[] quantities, String reason) {}
