package dev.highstreet.jobs.ledger;

import dev.highstreet.jobs.ledger.Tally.Outcome;

/**
 * All that a run has counted of one outcome on one topic.
 *
 * @param topic name of the Kafka topic
 * @param outcome what was decided
 * @param reason code of a quarantine; empty elsewhere
 * @param events how many records
 * @param lines how many of their lines, as in {@link Tally}
 */
public record LedgerRow(String topic, Outcome outcome, String reason, long events, long lines) {}
