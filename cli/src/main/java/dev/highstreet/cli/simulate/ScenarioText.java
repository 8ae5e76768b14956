package dev.highstreet.cli.simulate;

import dev.highstreet.simulator.scenario.ScenarioKind;
import dev.highstreet.simulator.scenario.ScenarioPlan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scenarios as they are written on the command line: {@code NAME@TIME[,NAME=NUMBER…]}. */
final class ScenarioText {
  private ScenarioText() {}

  /**
   * The scenario that a text means.
   *
   * @param zone in which its time is local
   * @throws IllegalArgumentException if it means none
   */
  static ScenarioPlan parse(String text, ZoneId zone) {
    String[] parts = text.split(",", -1);
    int at = parts[0].indexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException(
          "scenario '%s' has no time: write it like flash-sale@2025-06-20T18:00".formatted(text));
    }
    ScenarioKind kind = ScenarioKind.named(parts[0].substring(0, at));
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      NamedNumber parameter = NamedNumber.parse(parts[i]);
      parameters.put(parameter.name(), parameter.number());
    }
    return new ScenarioPlan(kind, time(parts[0].substring(at + 1), zone), parameters);
  }

  private static Instant time(String text, ZoneId zone) {
    try {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no time: write it like 2025-06-20T18:00".formatted(text), e);
    }
  }
}
