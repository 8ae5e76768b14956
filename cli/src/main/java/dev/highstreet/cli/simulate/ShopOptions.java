package dev.highstreet.cli.simulate;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.simulator.calibrate.report.RealismFile;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ProfileFile;
import dev.highstreet.simulator.profile.ShippedProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that simulates a shop. */
public final class ShopOptions {
  private static final Logger LOG = LoggerFactory.getLogger(ShopOptions.class);
  private static final int MOST_DAYS = 36_525;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "gift-shop",
      description =
          "The shop: gift-shop or home-shop, or a file that calibrate wrote; ${DEFAULT-VALUE}.")
  private String profile;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same shop, byte for byte; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      defaultValue = "2024-11-01",
      converter = Day.class,
      description = "The first day of its history; ${DEFAULT-VALUE}.")
  private LocalDate from;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "How many days of history; ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers come in a year; by default as many as the command suits.")
  private Integer customers;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads that plan a day; what happens is the same. ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--scenario",
      paramLabel = "NAME@TIME[,NAME=NUMBER…]",
      description =
          "A day out of the ordinary, such as flash-sale@2025-06-20T18:00,discount=0.4; the shop's local"
              + " time. May be given several times.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--faults",
      paramLabel = "none|standard|NAME=RATE,…",
      defaultValue = "none",
      description =
          "What befalls events on their way: delays, repeats, corrupt bytes and more; ${DEFAULT-VALUE}."
              + " Rates given by name change those of standard, or stand alone.")
  private String faults;

  /** What drives a simulation, whose history ends at an instant. */
  public record Plan(
      Profile profile,
      SimulationOptions options,
      Instant from,
      Instant present,
      FaultRates faults) {}

  /**
   * The shop that is meant.
   *
   * @param zone the business zone
   * @param usualCustomers if nobody says how many
   * @throws CommandException if it cannot be simulated
   */
  public Plan plan(ZoneId zone, int usualCustomers) {
    if (days < 1 || days > MOST_DAYS) {
      throw CommandException.usedWrongly(
          "--days is %d; it must be from 1 to %d".formatted(days, MOST_DAYS));
    }
    try {
      SimulationOptions options =
          SimulationOptions.of(seed, from, customers == null ? usualCustomers : customers, zone)
              .withThreads(threads)
              .withScenarios(
                  scenarios.stream().map(text -> ScenarioText.parse(text, zone)).toList());
      return new Plan(
          read(),
          options,
          from.atStartOfDay(zone).toInstant(),
          from.plusDays(days).atStartOfDay(zone).toInstant(),
          FaultText.parse(faults));
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(e.getMessage(), e);
    }
  }

  /**
   * The report on how like its real shop the profile's is, as {@code calibrate} wrote it beside it;
   * empty if there is none, or it cannot be read.
   */
  public Optional<String> realism() {
    for (ShippedProfile shipped : ShippedProfile.values()) {
      if (shipped.label().equals(profile)) {
        return shipped.realism();
      }
    }
    Path file = RealismFile.beside(Path.of(profile));
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("cannot read {}: {}", file, FileProblem.describe(e));
      return Optional.empty();
    }
  }

  private Profile read() {
    for (ShippedProfile shipped : ShippedProfile.values()) {
      if (shipped.label().equals(profile)) {
        return shipped.load();
      }
    }
    Path file = Path.of(profile);
    if (!Files.exists(file)) {
      throw CommandException.usedWrongly(
          "there is no profile '%s': give one of %s, or a file that ./highstreet calibrate wrote"
              .formatted(
                  profile,
                  Arrays.stream(ShippedProfile.values())
                      .map(ShippedProfile::label)
                      .collect(Collectors.joining(", "))));
    }
    try {
      return ProfileFile.read(file);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s".formatted(file, FileProblem.describe(e)), e);
    }
  }

  /** Reads a day. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is no day; write one like 2024-11-01".formatted(text));
      }
    }
  }
}
