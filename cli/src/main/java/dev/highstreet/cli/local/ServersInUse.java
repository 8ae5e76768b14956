package dev.highstreet.cli.local;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import java.net.URI;
import java.util.Optional;

/**
 * The servers that a command works on: those that are named, else those of the platform that runs
 * on {@code --data}.
 */
public final class ServersInUse {
  private final DataDirectory data;
  private final Elsewhere named;
  private final Optional<RunningPlatform> running;
  private final Surroundings surroundings;

  private ServersInUse(
      DataDirectory data,
      Elsewhere named,
      Optional<RunningPlatform> running,
      Surroundings surroundings) {
    this.data = data;
    this.named = named;
    this.running = running;
    this.surroundings = surroundings;
  }

  /** Those that options and environment name, or that run; nothing is asked of them yet. */
  public static ServersInUse of(ServerOptions options, Surroundings surroundings) {
    requireNonNull(surroundings, "surroundings is null");
    DataDirectory data = DataDirectory.at(options.data());
    return new ServersInUse(data, options.elsewhere(surroundings), data.running(), surroundings);
  }

  /** The data directory, on which a platform may run. */
  public DataDirectory data() {
    return data;
  }

  /** The data directory if all servers are those of the platform that runs there. */
  public Optional<DataDirectory> platform() {
    return running.filter(platform -> named.nothing()).map(platform -> data);
  }

  /**
   * Flink's web UI.
   *
   * @throws CommandException if none is named, and none runs
   */
  public URI flink() {
    return named
        .flink()
        .or(() -> running.map(platform -> platform.addresses().flink()))
        .orElseThrow(() -> nothingAt("--flink"));
  }

  /**
   * Kafka's bootstrap servers.
   *
   * @throws CommandException if none are named, and none run
   */
  public String kafka() {
    return named
        .kafka()
        .or(() -> running.map(platform -> platform.addresses().kafka()))
        .orElseThrow(() -> nothingAt("--kafka"));
  }

  /**
   * The database.
   *
   * @throws CommandException if none is named, and none runs
   */
  public Databases databases() {
    return databasesIfAny().orElseThrow(() -> nothingAt("--database"));
  }

  /** The database; empty if none is named, and none runs. */
  Optional<Databases> databasesIfAny() {
    return named.databases().or(() -> running.map(platform -> platform.databases(surroundings)));
  }

  /** Which database it is, whatever port an embedded one has this time. */
  public String databaseName() {
    return named.databases().isEmpty()
            && running.map(RunningPlatform::embeddedDatabase).orElse(false)
        ? RunningPlatform.EMBEDDED
        : databases().url();
  }

  private CommandException nothingAt(String option) {
    return CommandException.usedWrongly(
        "no platform runs on %s: start one with ./highstreet up, or name a server with %s"
            .formatted(data.root(), option));
  }
}
