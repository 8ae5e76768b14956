package dev.highstreet.simulator.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The days that are out of the ordinary, each with the parameters that it knows. */
public enum ScenarioKind {
  /**
   * Few products at a deep discount: demand jumps to (1 + amplitude) times what is usual, and the
   * excess falls by e each {@code decayHours}.
   */
  FLASH_SALE(
      "flash-sale",
      new Parameter("hours", 4, 0.1, 240),
      new Parameter("amplitude", 10, 0, 50),
      new Parameter("decayHours", 1, 0.05, 240),
      new Parameter("discount", 0.3, 0.001, 0.9),
      new Parameter("products", 20, 1, 10_000)),

  /** A newsletter: part of the range at a discount for days, and more demand for some hours. */
  PROMOTION_BLAST(
      "promotion-blast",
      new Parameter("hours", 72, 0.1, 2400),
      new Parameter("amplitude", 1.5, 0, 50),
      new Parameter("decayHours", 12, 0.05, 2400),
      new Parameter("discount", 0.15, 0.001, 0.9),
      new Parameter("products", 400, 1, 10_000)),

  /** Fraudsters come in numbers. */
  FRAUD_ATTACK(
      "fraud-attack",
      new Parameter("hours", 3, 0.1, 240),
      new Parameter("intensity", 1, 0.01, 100));

  /**
   * A number that a scenario is set up with.
   *
   * @param name of it
   * @param usual what it is unless said otherwise
   * @param least what it may be
   * @param most what it may be
   */
  public record Parameter(String name, double usual, double least, double most) {}

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<Parameter> parameters;

  ScenarioKind(String label, Parameter... parameters) {
    this.label = label;
    this.parameters = List.of(parameters);
  }

  /** What it is called on the command line and in the truth. */
  public String label() {
    return label;
  }

  /** What can be set. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * The kind of a label.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  public static ScenarioKind named(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no scenario \"%s\": give one of %s"
                        .formatted(
                            label, Arrays.stream(values()).map(ScenarioKind::label).toList())));
  }

  /**
   * All parameters: those given, and the usual value of the others.
   *
   * @throws IllegalArgumentException if one is unknown, or out of bounds
   */
  Map<String, Double> complete(Map<String, Double> given) {
    Map<String, Double> complete = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      double value = given.getOrDefault(parameter.name(), parameter.usual());
      if (!(value >= parameter.least() && value <= parameter.most())) {
        throw new IllegalArgumentException(
            "scenario %s: %s is %s: give a number from %s to %s"
                .formatted(label, parameter.name(), value, parameter.least(), parameter.most()));
      }
      complete.put(parameter.name(), value);
    }
    for (String name : given.keySet()) {
      if (!complete.containsKey(name)) {
        throw new IllegalArgumentException(
            "scenario %s: there is no parameter \"%s\": give one of %s"
                .formatted(label, name, complete.keySet()));
      }
    }
    return complete;
  }
}
