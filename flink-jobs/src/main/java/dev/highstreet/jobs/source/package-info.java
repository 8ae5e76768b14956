/**
 * The edge towards Kafka: what is read, how it is decoded, how time is told, and whether a run is
 * live or bounded, which nothing else knows.
 */
package dev.highstreet.jobs.source;
