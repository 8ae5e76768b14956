package dev.highstreet.simulator.scenario;

import java.time.Instant;
import java.util.Map;

/**
 * What the truth says of a scenario. It is marked when it begins, with the end that is planned, and
 * once more if it is stopped before.
 *
 * @param id of this one, such as {@code flash-sale-20260327T0900}; the promotion that it runs, if
 *     any, has the same
 * @param name its kind
 * @param from when it began
 * @param to when it ends, or was stopped
 * @param parameters all of them
 */
public record ScenarioMark(
    String id, String name, Instant from, Instant to, Map<String, Double> parameters) {}
