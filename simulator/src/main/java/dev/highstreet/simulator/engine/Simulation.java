package dev.highstreet.simulator.engine;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.scenario.Director;
import dev.highstreet.simulator.scenario.ScenarioControl;
import dev.highstreet.simulator.scenario.ScenarioMark;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import dev.highstreet.simulator.shopper.Demand;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A shop that a profile describes, as events in order of time. The same profile and options give
 * the same events, byte for byte, on any number of threads and however the time is cut into calls.
 * It has no end. One thread moves it on; any may switch its scenarios.
 */
public final class Simulation {
  private final ShopFloor floor;
  private final Director director;
  private final Counter counter;

  private Simulation(Profile profile, SimulationOptions options) {
    List<String> countries = profile.countries().names();
    Demand demand =
        Demand.of(
            profile, options.seed(), options.customers(), options.from(), null, options.zone());
    floor = new ShopFloor(profile, options, demand);
    Circumstances circumstances =
        new Circumstances(floor, floor.allStores(), profile.world().browsing(), countries);
    Planning planning = new Planning(demand, options.threads());
    ShopDays days = new ShopDays(floor, demand, planning, circumstances, floor.staff().parts());
    director = new Director(new ShopStage(floor, days, demand, floor.staff().attackers()));
    counter = new ShopCounter(floor, demand, circumstances);
    floor.at(floor.now(), now -> days.open(options.from()));
  }

  /**
   * A shop that is about to open.
   *
   * @throws IllegalArgumentException if a scenario is planned for before it opens
   */
  public static Simulation of(Profile profile, SimulationOptions options) {
    requireNonNull(profile, "profile is null");
    requireNonNull(options, "options is null");
    Simulation simulation = new Simulation(profile, options);
    Instant opens = simulation.now();
    for (ScenarioPlan plan : options.scenarios()) {
      if (plan.from().isBefore(opens)) {
        throw new IllegalArgumentException(
            "scenario %s: from is %s: give a time from %s on, when the simulation begins"
                .formatted(plan.kind().label(), plan.from(), opens));
      }
      simulation.director.plan(plan);
    }
    return simulation;
  }

  /**
   * Lets everything happen that is before a time, and moves on to it.
   *
   * @param until excluded; a time before {@link #now} changes nothing
   * @param out is given each event, in order of time. What it throws comes through, and leaves the
   *     simulation in an undefined state
   */
  public void advanceTo(Instant until, Consumer<ShopEvent> out) {
    requireNonNull(out, "out is null");
    director.fulfilWishes();
    floor.runUntil(until.toEpochMilli(), out);
  }

  /** The present: everything before it has been given out. At first, when the shop opens. */
  public Instant now() {
    return Instant.ofEpochMilli(floor.now());
  }

  /** The switch of the scenarios; for any thread. */
  public ScenarioControl scenarios() {
    return director;
  }

  /** Where others than its shoppers do business with the shop; for the thread that moves it on. */
  public Counter counter() {
    return counter;
  }

  /**
   * Tells somebody of each scenario that begins, or is stopped before its time; on the thread that
   * moves the simulation on.
   */
  public void onScenario(Consumer<ScenarioMark> listener) {
    director.onMark(requireNonNull(listener, "listener is null"));
  }
}
