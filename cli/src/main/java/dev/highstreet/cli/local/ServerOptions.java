package dev.highstreet.cli.local;

import dev.highstreet.cli.console.Surroundings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that starts, finds or talks to a platform. */
public final class ServerOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".highstreet",
      description = "Where the embedded platform keeps its data; ${DEFAULT-VALUE} here.")
  Path data;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "A Kafka elsewhere, instead of the embedded one; else HIGHSTREET_KAFKA. Missing topics are created.")
  String kafka;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "A Postgres 18 elsewhere, as jdbc:postgresql://HOST:PORT/DATABASE; else HIGHSTREET_DB_URL.",
        "Jobs write as HIGHSTREET_DB_USER (else highstreet_writer) with HIGHSTREET_DB_PASSWORD. With"
            + " HIGHSTREET_READER_PASSWORD the pages read as highstreet_reader. With"
            + " HIGHSTREET_OWNER_PASSWORD migrations are applied as highstreet_owner; without it they"
            + " must have been."
      })
  String database;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description =
          "The web UI of a Flink 2.2 cluster elsewhere; else HIGHSTREET_FLINK. It must reach Kafka and"
              + " Postgres, and its job manager must have HIGHSTREET_DB_PASSWORD.")
  String flink;

  /** Where the platform keeps its data. */
  public Path data() {
    return data;
  }

  /** The servers that are not to be embedded. */
  public Elsewhere elsewhere(Surroundings surroundings) {
    return Elsewhere.of(this, surroundings);
  }
}
