package dev.highstreet.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A simulator's state, for people. */
final class ControlText {
  private ControlText() {}

  static String of(JsonNode state) {
    StringBuilder text = new StringBuilder();
    text.append("shop time  ").append(state.path("shopTime").asText()).append('\n');
    text.append("pace       ").append(pace(state)).append('\n');
    text.append(String.format(Locale.ROOT, "events     %,d sent", state.path("sent").asLong()));
    for (JsonNode scenario : state.path("scenarios")) {
      text.append("\nscenario   ")
          .append(scenario.path("name").asText())
          .append(", until ")
          .append(scenario.path("to").asText())
          .append(", ")
          .append(scenario.path("parameters").toString().replace("\"", ""));
    }
    JsonNode sending = state.path("sending");
    if (!sending.isMissingNode()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\norders     %,d of %,d sent",
              sending.path("sent").asInt(),
              sending.path("count").asInt()));
    }
    return text.toString();
  }

  private static String pace(JsonNode state) {
    if (!state.path("live").asBoolean()) {
      return "history, as fast as it goes";
    }
    String speed = String.format(Locale.ROOT, "%,.0f ×", state.path("speed").asDouble());
    return state.path("paused").asBoolean() ? "paused, then " + speed : speed;
  }
}
