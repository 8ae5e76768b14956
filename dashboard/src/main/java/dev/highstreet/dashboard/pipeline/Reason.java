package dev.highstreet.dashboard.pipeline;

/**
 * How much was quarantined for one reason.
 *
 * @param reason the code of the contract
 * @param events quarantined whole
 * @param lines faulty lines
 */
public record Reason(String reason, long events, long lines) {}
