package dev.highstreet.cli.local;

import picocli.CommandLine.Mixin;

/** The options of every command that runs a platform. */
public final class PlatformOptions {
  @Mixin private ServerOptions servers;
  @Mixin private PortOptions ports;
  @Mixin private JobOptions jobs;

  /** Which servers are elsewhere, and where the data is. */
  public ServerOptions servers() {
    return servers;
  }

  /** The ports of those that are not elsewhere. */
  public PortOptions ports() {
    return ports;
  }

  /** How the job is run. */
  public JobOptions jobs() {
    return jobs;
  }

  /** Refuses what cannot be meant. */
  public void validate() {
    ports.validate();
    jobs.validate();
  }
}
