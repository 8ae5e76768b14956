package dev.highstreet.simulator.scenario;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/**
 * A scenario that is to begin at a time.
 *
 * @param kind which
 * @param from when it begins
 * @param parameters those that are not as usual; all of them once it is made
 */
public record ScenarioPlan(ScenarioKind kind, Instant from, Map<String, Double> parameters) {
  private static final double HOUR_MILLIS = 3_600_000;

  /**
   * Fills in what is usual.
   *
   * @throws IllegalArgumentException if a parameter is unknown, or out of bounds
   */
  public ScenarioPlan {
    requireNonNull(kind, "kind is null");
    requireNonNull(from, "from is null");
    parameters = Collections.unmodifiableMap(kind.complete(parameters));
  }

  /** A scenario as it usually is. */
  public static ScenarioPlan of(ScenarioKind kind, Instant from) {
    return new ScenarioPlan(kind, from, Map.of());
  }

  /** One of its parameters. */
  public double parameter(String name) {
    return parameters.get(name);
  }

  /** When it ends, unless it is stopped before. */
  public Instant to() {
    return from.plusMillis(Math.round(parameter("hours") * HOUR_MILLIS));
  }
}
