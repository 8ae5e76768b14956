package dev.highstreet.dashboard.simulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a form of the Simulator page asks for. */
final class Steering {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String PARAMETERS = "parameters";
  private static final String AN_OBJECT = "a JSON object of numbers, such as ";

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
      return object(PARAMETERS, "{\"hours\": 4}", json.get());
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Simulator.Parameter parameter : scenario.parameters()) {
      text(request, parameter.name())
          .ifPresent(given -> parameters.put(parameter.name(), number(parameter.name(), given)));
    }
    return parameters;
  }

  /**
   * Rates of faults: a JSON object, or the name and the rate of one.
   *
   * @throws RequestProblem if one is no number, or nobody knows the fault
   */
  static Map<String, Double> rates(Context request, List<Simulator.Fault> known) {
    Optional<String> json = text(request, "rates");
    Map<String, Double> rates =
        json.isPresent()
            ? object("rates", "{\"repeated\": 0.01}", json.get())
            : Map.of(text(request, "fault").orElse(""), number(request, "rate"));
    List<String> names = known.stream().map(Simulator.Fault::name).toList();
    for (String name : rates.keySet()) {
      if (!names.contains(name)) {
        throw RequestProblem.wrongField("fault", name, "one of " + String.join(", ", names));
      }
    }
    return rates;
  }

  private static Map<String, Double> object(String field, String example, String json) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    JsonNode object;
    try {
      object = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw RequestProblem.wrongField(
          field, json, AN_OBJECT + example + " (" + e.getOriginalMessage() + ")");
    }
    if (!object.isObject()) {
      throw RequestProblem.wrongField(field, json, AN_OBJECT + example);
    }
    for (Map.Entry<String, JsonNode> number : object.properties()) {
      if (!number.getValue().isNumber()) {
        throw RequestProblem.wrongField(number.getKey(), number.getValue().toString(), "a number");
      }
      numbers.put(number.getKey(), number.getValue().doubleValue());
    }
    return numbers;
  }

  private static Optional<String> text(Context request, String field) {
    return Optional.ofNullable(request.formParam(field))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
