/**
 * Kafka, Postgres and Flink inside this process, each in a data directory of its own, and what is
 * needed to talk to such servers wherever they run. Everything binds to loopback.
 */
package dev.highstreet.platform;
