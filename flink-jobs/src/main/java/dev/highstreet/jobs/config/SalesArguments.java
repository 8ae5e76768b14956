package dev.highstreet.jobs.config;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The arguments of the sales jobs, as Flink's web UI, {@code flink run} and {@code ./highstreet
 * submit} pass them. What is not given falls back to the environment, then to a default.
 */
public final class SalesArguments {
  private SalesArguments() {}

  /**
   * Parses the arguments of a job that runs for ever.
   *
   * @param environment the process's environment
   * @param out where help goes
   * @return empty if help was asked for
   * @throws IllegalArgumentException if one is wrong or missing; the message names it, its value
   *     and the way out
   */
  public static Optional<SalesConfig> live(
      Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out) {
    return parse(job, arguments, out, null, told -> told.config(environment, false));
  }

  /** As {@link #live}, for a job that ends, which may run in BATCH. */
  public static Optional<BoundedConfig> bounded(
      Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out) {
    BoundedOptions only = new BoundedOptions();
    return parse(
        job, arguments, out, only, told -> only.config(told.config(environment, only.batch())));
  }

  /** As {@link #bounded}, for a job that replaces some days. */
  public static Optional<BackfillConfig> backfill(
      Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out) {
    BackfillOptions only = new BackfillOptions();
    return parse(
        job, arguments, out, only, told -> only.config(told.config(environment, only.batch())));
  }

  private static <C> Optional<C> parse(
      Class<?> job,
      String[] arguments,
      PrintStream out,
      Object only,
      Function<SalesOptions, C> config) {
    SalesOptions told = new SalesOptions();
    CommandLine commandLine = new CommandLine(told).setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setCommandName(job.getSimpleName());
    if (only != null) {
      commandLine.addMixin("only", only);
    }
    try {
      commandLine.parseArgs(arguments);
      if (told.help()) {
        commandLine.usage(out);
        return Optional.empty();
      }
      return Optional.of(config.apply(told));
    } catch (ParameterException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: %s (--help lists the arguments)".formatted(job.getSimpleName(), e.getMessage()), e);
    }
  }
}
