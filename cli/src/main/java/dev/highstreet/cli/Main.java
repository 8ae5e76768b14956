package dev.highstreet.cli;

import dev.highstreet.cli.console.Surroundings;

/** Where the launcher enters. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Highstreet.run(Surroundings.ofThisProcess(), arguments));
  }
}
