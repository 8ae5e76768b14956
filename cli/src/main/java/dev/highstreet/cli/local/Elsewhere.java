package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The servers that somebody else runs; those that are empty are embedded.
 *
 * @param kafka {@code HOST:PORT}, several separated by commas
 * @param databases the Postgres database and its roles
 * @param flink the address of the cluster's web UI
 */
public record Elsewhere(
    Optional<String> kafka, Optional<Databases> databases, Optional<URI> flink) {
  private static final String HOST_AND_PORT = "[^\\s:,/]+:\\d{1,5}(,[^\\s:,/]+:\\d{1,5})*";

  public Elsewhere {
    requireNonNull(kafka, "kafka is null");
    requireNonNull(databases, "databases is null");
    requireNonNull(flink, "flink is null");
  }

  /** Reads the options, then the environment: HIGHSTREET_KAFKA, …_DB_URL, …_FLINK. */
  static Elsewhere of(ServerOptions options, Surroundings surroundings) {
    return new Elsewhere(
        given(options.kafka)
            .or(() -> surroundings.variable("HIGHSTREET_KAFKA"))
            .map(Elsewhere::kafka),
        given(options.database)
            .or(() -> surroundings.variable("HIGHSTREET_DB_URL"))
            .map(url -> Databases.elsewhere(url, surroundings)),
        given(options.flink)
            .or(() -> surroundings.variable("HIGHSTREET_FLINK"))
            .map(Elsewhere::flink));
  }

  private static Optional<String> given(String option) {
    return Optional.ofNullable(option);
  }

  private static String kafka(String address) {
    if (!address.matches(HOST_AND_PORT)) {
      throw CommandException.usedWrongly(
          "Kafka address '%s' is not HOST:PORT, such as localhost:9092".formatted(address));
    }
    return address;
  }

  private static URI flink(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw notAWebUi(address);
    }
    throw notAWebUi(address);
  }

  private static CommandException notAWebUi(String address) {
    return CommandException.usedWrongly(
        "Flink address '%s' is not that of a web UI, such as http://localhost:8081"
            .formatted(address));
  }

  /** Whether nothing is left to embed. */
  public boolean everything() {
    return kafka.isPresent() && databases.isPresent() && flink.isPresent();
  }

  /** Whether all is to be embedded. */
  boolean nothing() {
    return kafka.isEmpty() && databases.isEmpty() && flink.isEmpty();
  }
}
