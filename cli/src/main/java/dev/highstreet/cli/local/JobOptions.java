package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that submits a job. */
public final class JobOptions {
  private static final int MOST_PARALLEL = 64;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/London",
      converter = Zone.class,
      description = "Decides where hours, days and months begin; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Instances of each of a job's operators; ${DEFAULT-VALUE}.")
  private int parallelism;

  /** The business time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Instances of each of a job's operators. */
  public int parallelism() {
    return parallelism;
  }

  /** Refuses what no cluster could run. */
  public void validate() {
    if (parallelism < 1 || parallelism > MOST_PARALLEL) {
      throw CommandException.usedWrongly(
          "--parallelism is %d; it must be from 1 to %d".formatted(parallelism, MOST_PARALLEL));
    }
  }

  /** Reads a time zone by its name. */
  public static final class Zone implements ITypeConverter<ZoneId> {
    /**
     * The zone of that name.
     *
     * @throws TypeConversionException if there is none
     */
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
}
