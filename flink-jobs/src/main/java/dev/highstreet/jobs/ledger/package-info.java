/**
 * The ledger: what became of every record that was read, counted in the job's own state, so that it
 * is exact through failures. Produced = accepted + late + behind + repeated + quarantined; of a
 * backfill, read = these + outside.
 */
package dev.highstreet.jobs.ledger;
