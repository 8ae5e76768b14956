package dev.highstreet.jobs.config;

import dev.highstreet.jobs.event.Clocks;
import dev.highstreet.jobs.mart.Database;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The arguments of the sales jobs, as Flink's web UI, {@code flink run} and {@code ./highstreet
 * submit} pass them. What is not given falls back to the environment, then to a default.
 */
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
public final class SalesArguments {
  /** Environment variables that arguments fall back to. */
  static final String KAFKA = "HIGHSTREET_KAFKA";

  static final String DB_URL = "HIGHSTREET_DB_URL";
  static final String DB_USER = "HIGHSTREET_DB_USER";
  static final String DB_PASSWORD = "HIGHSTREET_DB_PASSWORD";

  private static final int MOST_PARALLEL = 128;
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

  @Spec private CommandSpec spec;

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
      converter = Zone.class,
      description = "Business time zone, which decides hours, days and months; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--lateness",
      paramLabel = "DURATION",
      defaultValue = "PT48H",
      converter = Iso8601.class,
      description =
          "How long after it occurred an event may be received and still count; ISO 8601;"
              + " ${DEFAULT-VALUE}.")
  private Duration lateness;

  @Option(
      names = "--clock-skew",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      converter = Iso8601.class,
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
      converter = Iso8601.class,
      description = "Between two checkpoints; ISO 8601; ${DEFAULT-VALUE}.")
  private Duration checkpointInterval;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and run nothing.")
  private boolean help;

  private SalesArguments() {}

  /** How a bounded job is executed. */
  enum Mode {
    STREAMING,
    BATCH
  }

  /** The one argument that only a bounded job has, and what it does to a live one. */
  @Command(
      description = {
        "Brings the marts to where the topics end when it starts, and ends.",
        "It is a newer run than a live job that is running already: what the live job goes on to"
            + " write into the same rows is refused, and these stay as they are. Stop the live job"
            + " before, and start it again afterwards.",
        ""
      })
  static final class BoundedOnly {
    @Option(
        names = "--runtime",
        paramLabel = "MODE",
        defaultValue = "BATCH",
        description = "STREAMING or BATCH, with the same rows; ${DEFAULT-VALUE}.")
    private Mode runtime;
  }

  /** The arguments that only a backfill has, and what it does. */
  @Command(
      description = {
        "Replaces the rows of some days, and of the months that they are in, with all that the"
            + " topics hold of them, late events included; and ends. Other runs do not write these"
            + " rows any more.",
        "The months must be over: a live job still counts for those that are not.",
        ""
      })
  static final class BackfillOnly {
    @Option(
        names = "--from",
        paramLabel = "DAY",
        required = true,
        converter = Day.class,
        description = "First day that is replaced, as 2011-12-01, in the business time zone.")
    private LocalDate from;

    @Option(
        names = "--to",
        paramLabel = "DAY",
        required = true,
        converter = Day.class,
        description = "Last day that is replaced.")
    private LocalDate to;

    @Option(
        names = "--upload",
        paramLabel = "NAME",
        description =
            "An upload whose topics are read as well, as ./highstreet backfill --files makes one.")
    private String upload;

    @Option(
        names = "--runtime",
        paramLabel = "MODE",
        defaultValue = "BATCH",
        description = "STREAMING or BATCH, with the same rows; ${DEFAULT-VALUE}.")
    private Mode runtime;
  }

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
  public static Optional<SalesConfig> bounded(
      Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out) {
    BoundedOnly only = new BoundedOnly();
    return parse(
        job, arguments, out, only, told -> told.config(environment, only.runtime == Mode.BATCH));
  }

  /** As {@link #bounded}, for a job that replaces some days. */
  public static Optional<BackfillConfig> backfill(
      Class<?> job, String[] arguments, Map<String, String> environment, PrintStream out) {
    BackfillOnly only = new BackfillOnly();
    return parse(job, arguments, out, only, told -> told.backfill(only, environment));
  }

  private static <C> Optional<C> parse(
      Class<?> job,
      String[] arguments,
      PrintStream out,
      Object only,
      Function<SalesArguments, C> config) {
    SalesArguments told = new SalesArguments();
    CommandLine commandLine = new CommandLine(told).setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setCommandName(job.getSimpleName());
    if (only != null) {
      commandLine.addMixin("only", only);
    }
    try {
      commandLine.parseArgs(arguments);
      if (told.help) {
        commandLine.usage(out);
        return Optional.empty();
      }
      return Optional.of(config.apply(told));
    } catch (ParameterException e) {
      throw new IllegalArgumentException(
          "%s: %s (--help lists the arguments)".formatted(job.getSimpleName(), e.getMessage()), e);
    }
  }

  private BackfillConfig backfill(BackfillOnly only, Map<String, String> environment) {
    SalesConfig sales = config(environment, only.runtime == Mode.BATCH);
    try {
      return new BackfillConfig(sales, only.from, only.to, Optional.ofNullable(only.upload));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private SalesConfig config(Map<String, String> environment, boolean batch) {
    if (parallelism < 1 || parallelism > MOST_PARALLEL) {
      throw wrong(
          "--parallelism is %d; it must be from 1 to %d".formatted(parallelism, MOST_PARALLEL));
    }
    if (lateness.isNegative() || clockSkew.isNegative()) {
      throw wrong(
          "--lateness is %s and --clock-skew is %s; neither may be negative"
              .formatted(lateness, clockSkew));
    }
    if (checkpointInterval.compareTo(SHORTEST_INTERVAL) < 0
        || checkpointInterval.compareTo(LONGEST_INTERVAL) > 0) {
      throw wrong(
          "--checkpoint-interval is %s; it must be from %s to %s"
              .formatted(checkpointInterval, SHORTEST_INTERVAL, LONGEST_INTERVAL));
    }
    String user = databaseUser != null ? databaseUser : environment.get(DB_USER);
    try {
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
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private String required(
      String argument, String option, String variable, Map<String, String> environment) {
    String value = argument != null ? argument : environment.get(variable);
    if (value == null || value.isBlank()) {
      throw wrong("%s is missing: pass it, or set %s".formatted(option, variable));
    }
    return value;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Reads a time zone by its name. */
  static final class Zone implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String name) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no time zone; write one like Europe/London".formatted(name));
      }
    }
  }

  /** Reads a day. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no day; write one like 2011-12-01".formatted(text));
      }
    }
  }

  /** Reads a duration. */
  static final class Iso8601 implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no duration; write one like PT48H (ISO 8601)".formatted(text));
      }
    }
  }
}
