package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The ports that embedded servers prefer. */
public final class PortOptions {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The dashboard's port; ${DEFAULT-VALUE}. A busy port gives way to the next.")
  int dashboard;

  @Option(
      names = "--flink-port",
      paramLabel = "N",
      defaultValue = "8081",
      description = "The port of Flink's web UI; ${DEFAULT-VALUE}.")
  int flink;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "9092",
      description = "Kafka's port; ${DEFAULT-VALUE}.")
  int kafka;

  @Option(
      names = "--database-port",
      paramLabel = "N",
      defaultValue = "5432",
      description = "Postgres' port; ${DEFAULT-VALUE}.")
  int database;

  /** Refuses what is no port; 0 stands for any free one. */
  public void validate() {
    inRange("--port", dashboard);
    inRange("--flink-port", flink);
    inRange("--kafka-port", kafka);
    inRange("--database-port", database);
  }

  /** What each server that is not elsewhere prefers, by a name that people know. */
  public Map<String, Integer> byServer(Elsewhere elsewhere) {
    Map<String, Integer> preferred = new LinkedHashMap<>();
    preferred.put("the dashboard", dashboard);
    if (elsewhere.flink().isEmpty()) {
      preferred.put("Flink", flink);
    }
    if (elsewhere.kafka().isEmpty()) {
      preferred.put("Kafka", kafka);
    }
    if (elsewhere.databases().isEmpty()) {
      preferred.put("Postgres", database);
    }
    return preferred;
  }

  private static void inRange(String option, int port) {
    if (port < 0 || port > LAST_PORT) {
      throw CommandException.usedWrongly(
          "%s is %d; it must be from 1 to %d, or 0 for any free port"
              .formatted(option, port, LAST_PORT));
    }
  }
}
