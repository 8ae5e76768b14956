/**
 * The edge towards Kafka: what is read, how it is decoded, how time is told, and where a bounded
 * run ends.
 */
package dev.highstreet.jobs.source;
