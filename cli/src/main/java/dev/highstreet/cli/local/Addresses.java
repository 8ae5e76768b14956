package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where a platform's parts answer.
 *
 * @param dashboard the pages
 * @param flink the web UI and REST interface
 * @param kafka bootstrap servers
 * @param database JDBC address, without a user
 */
public record Addresses(URI dashboard, URI flink, String kafka, String database) {
  public Addresses {
    requireNonNull(dashboard, "dashboard is null");
    requireNonNull(flink, "flink is null");
    requireNonNull(kafka, "kafka is null");
    requireNonNull(database, "database is null");
  }

  /** A line a part, the dashboard first. */
  public String asText() {
    return """
      dashboard  %s
      Flink      %s
      Kafka      %s
      Postgres   %s
    """
        .formatted(dashboard, flink, kafka, database);
  }
}
