package dev.highstreet.simulator.engine;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.scenario.ScenarioPlan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How a profile is simulated.
 *
 * @param seed the same one gives the same events, byte for byte
 * @param from the first day; the shop opens at its midnight
 * @param customers how many customers the shop has in a year
 * @param zone the business zone
 * @param threads how many threads plan a day, 1 or more; it does not change what happens
 * @param scenarios what is out of the ordinary, and when
 */
public record SimulationOptions(
    long seed,
    LocalDate from,
    int customers,
    ZoneId zone,
    int threads,
    List<ScenarioPlan> scenarios) {
  private static final int MOST_CUSTOMERS = 50_000_000;
  private static final int MOST_THREADS = 1_024;
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9900, 1, 1);

  /** Refuses what cannot be simulated. */
  public SimulationOptions {
    requireNonNull(from, "from is null");
    requireNonNull(zone, "zone is null");
    if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "from is %s: give a day from %s to %s".formatted(from, EARLIEST, LATEST));
    }
    check("customers", customers, MOST_CUSTOMERS);
    check("threads", threads, MOST_THREADS);
    scenarios = List.copyOf(scenarios);
  }

  /** A shop of these customers, on one thread, without scenarios. */
  public static SimulationOptions of(long seed, LocalDate from, int customers, ZoneId zone) {
    return new SimulationOptions(seed, from, customers, zone, 1, List.of());
  }

  /** The same on so many threads. */
  public SimulationOptions withThreads(int count) {
    return new SimulationOptions(seed, from, customers, zone, count, scenarios);
  }

  /** The same with these scenarios. */
  public SimulationOptions withScenarios(List<ScenarioPlan> plans) {
    return new SimulationOptions(seed, from, customers, zone, threads, plans);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s is %d: give a whole number from 1 to %d".formatted(name, value, most));
    }
  }
}
