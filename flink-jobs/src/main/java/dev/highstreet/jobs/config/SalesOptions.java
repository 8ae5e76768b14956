package dev.highstreet.jobs.config;

import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The arguments that every sales job has, with what they fall back to. */
@Command(
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "The password comes from HIGHSTREET_DB_PASSWORD in the environment of the process that runs"
          + " this main (the job manager, for a job started in the web UI), and from nowhere else:"
          + " arguments are shown.",
      "Checkpoints go to the cluster's execution.checkpointing.dir."
    })
final class SalesOptions {
  // environment variables that arguments fall back to
  private static final String KAFKA = "HIGHSTREET_KAFKA";
  private static final String DB_URL = "HIGHSTREET_DB_URL";
  private static final String DB_USER = "HIGHSTREET_DB_USER";
  private static final String DB_PASSWORD = "HIGHSTREET_DB_PASSWORD";

  private static final int MOST_PARALLEL = 128;
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Kafka's bootstrap servers; else HIGHSTREET_KAFKA.")
  private String kafka;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "Postgres, as jdbc:postgresql://HOST:PORT/DATABASE; else HIGHSTREET_DB_URL.")
  private String database;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      description =
          "A role that may write core, mart and ops; else HIGHSTREET_DB_USER; else"
              + " highstreet_writer.")
  private String databaseUser;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/London",
      converter = ArgumentForms.Zone.class,
      description = "Business time zone, which decides hours, days and months; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--lateness",
      paramLabel = "DURATION",
      defaultValue = "PT48H",
      converter = ArgumentForms.Iso8601.class,
      description =
          "How long after it occurred an event may be received and still count; ISO 8601;"
              + " ${DEFAULT-VALUE}.")
  private Duration lateness;

  @Option(
      names = "--clock-skew",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      converter = ArgumentForms.Iso8601.class,
      description = "How far two clocks may be apart; ISO 8601; ${DEFAULT-VALUE}.")
  private Duration clockSkew;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Instances of each operator; those that read are at most the partitions of a topic;"
              + " ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "PT10S",
      converter = ArgumentForms.Iso8601.class,
      description = "Between two checkpoints; ISO 8601; ${DEFAULT-VALUE}.")
  private Duration checkpointInterval;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and run nothing.")
  private boolean help;

  /** Whether to show help, and run nothing. */
  boolean help() {
    return help;
  }

  /**
   * What they come to.
   *
   * @param environment the process's environment
   * @throws IllegalArgumentException if one is wrong or missing; the message names it, its value
   *     and the way out
   */
  SalesConfig config(Map<String, String> environment, boolean batch) {
    if (parallelism < 1 || parallelism > MOST_PARALLEL) {
      throw new IllegalArgumentException(
          "--parallelism is %d; it must be from 1 to %d".formatted(parallelism, MOST_PARALLEL));
    }
    if (lateness.isNegative() || clockSkew.isNegative()) {
      throw new IllegalArgumentException(
          "--lateness is %s and --clock-skew is %s; neither may be negative"
              .formatted(lateness, clockSkew));
    }
    if (checkpointInterval.compareTo(SHORTEST_INTERVAL) < 0
        || checkpointInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "--checkpoint-interval is %s; it must be from %s to %s"
              .formatted(checkpointInterval, SHORTEST_INTERVAL, LONGEST_INTERVAL));
    }
    String user = databaseUser != null ? databaseUser : environment.get(DB_USER);
    return new SalesConfig(
        required(kafka, "--kafka", KAFKA, environment),
        new Database(
            required(database, "--database", DB_URL, environment),
            user == null ? "highstreet_writer" : user,
            environment.getOrDefault(DB_PASSWORD, "")),
        zone,
        new Clocks(lateness, clockSkew),
        parallelism,
        checkpointInterval.toMillis(),
        batch);
  }

  private static String required(
      String argument, String option, String variable, Map<String, String> environment) {
    String value = argument != null ? argument : environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "%s is missing: pass it, or set %s".formatted(option, variable));
    }
    return value;
  }
}
