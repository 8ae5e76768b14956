package dev.highstreet.dashboard.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a form of the Simulator page asks for. */
final class Steering {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String PARAMETERS = "parameters";
  private static final String AN_OBJECT = "a JSON object of numbers, such as {\"hours\": 4}";

  private Steering() {}

  /**
   * A field that is a finite number.
   *
   * @throws RequestProblem if it is missing, or no number
   */
  static double number(Context request, String field) {
    String given = text(request, field).orElse("");
    return number(field, given);
  }

  private static double number(String field, String given) {
    try {
      double number = Double.parseDouble(given);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw RequestProblem.wrongField(field, given, "a number");
  }

  /**
   * A field that is a whole number within bounds.
   *
   * @throws RequestProblem if it is anything else
   */
  static int whole(Context request, String field, int least, int most) {
    String given = text(request, field).orElse("");
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw RequestProblem.wrongField(
        field, given, "a whole number from %,d to %,d".formatted(least, most));
  }

  /**
   * The parameters of a scenario: a JSON object, or a field each.
   *
   * @throws RequestProblem if one is no number
   */
  static Map<String, Double> parameters(Context request, Simulator.Scenario scenario) {
    Optional<String> json = text(request, PARAMETERS);
    if (json.isPresent()) {
      return parameters(json.get());
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Simulator.Parameter parameter : scenario.parameters()) {
      text(request, parameter.name())
          .ifPresent(given -> parameters.put(parameter.name(), number(parameter.name(), given)));
    }
    return parameters;
  }

  private static Map<String, Double> parameters(String json) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    JsonNode object;
    try {
      object = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw RequestProblem.wrongField(
          PARAMETERS, json, AN_OBJECT + " (" + e.getOriginalMessage() + ")");
    }
    if (!object.isObject()) {
      throw RequestProblem.wrongField(PARAMETERS, json, AN_OBJECT);
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!field.getValue().isNumber()) {
        throw RequestProblem.wrongField(field.getKey(), field.getValue().toString(), "a number");
      }
      parameters.put(field.getKey(), field.getValue().doubleValue());
    }
    return parameters;
  }

  private static Optional<String> text(Context request, String field) {
    return Optional.ofNullable(request.formParam(field))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
