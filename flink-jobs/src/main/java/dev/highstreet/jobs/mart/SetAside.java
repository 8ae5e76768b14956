package dev.highstreet.jobs.mart;

/**
 * A late or behind event, as {@code ops.late_events} has it.
 *
 * @param topic where its record is in Kafka
 * @param partition where its record is in Kafka
 * @param offset where its record is in Kafka
 * @param countedIn whether a backfill has counted it in
 */
public record SetAside(String topic, int partition, long offset, boolean countedIn) {}
