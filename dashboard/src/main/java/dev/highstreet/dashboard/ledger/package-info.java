/**
 * Every record accounted for: what Kafka holds of each topic against what the newest run of the job
 * has counted, and how fast both grow.
 */
package dev.highstreet.dashboard.ledger;
