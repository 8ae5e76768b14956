package dev.highstreet.jobs.config;

import static java.util.Objects.requireNonNull;

import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import java.time.ZoneId;

/**
 * What a sales job was told, checked and typed.
 *
 * @param kafka bootstrap servers, {@code host:port}
 * @param database where the marts are, and as whom to write them
 * @param zone the business zone
 * @param clocks the rules of time
 * @param parallelism instances of each operator
 * @param checkpointMillis milliseconds between checkpoints
 * @param batch true to run a bounded job in BATCH; a live one is always STREAMING
 */
public record SalesConfig(
    String kafka,
    Database database,
    ZoneId zone,
    Clocks clocks,
    int parallelism,
    long checkpointMillis,
    boolean batch) {
  public SalesConfig {
    requireNonNull(kafka, "kafka is null");
    requireNonNull(database, "database is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(clocks, "clocks is null");
  }
}
