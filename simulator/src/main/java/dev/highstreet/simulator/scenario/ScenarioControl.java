package dev.highstreet.simulator.scenario;

import java.util.List;
import java.util.Map;

/** Switches scenarios while a simulation runs. Any thread may. */
public interface ScenarioControl {
  /** How many marks are kept. */
  int MARKS_KEPT = 200;

  /**
   * Starts a scenario at the simulated present: that of the next call that moves the simulation on.
   * One of its kind that is running ends there.
   *
   * @param name label of its {@link ScenarioKind}
   * @param parameters those that are not to be as usual
   * @throws IllegalArgumentException if there is no such scenario or parameter, or a value is out
   *     of bounds
   */
  void start(String name, Map<String, Double> parameters);

  /**
   * Stops a scenario at the simulated present; nothing happens if it is not running.
   *
   * @throws IllegalArgumentException if there is no such scenario
   */
  void stop(String name);

  /** The scenarios that were running when the simulation last moved on. */
  List<ScenarioMark> state();

  /**
   * Every scenario that has begun, the first first, with the end that is planned or that it had; of
   * very many the last {@value #MARKS_KEPT}.
   */
  List<ScenarioMark> marks();
}
