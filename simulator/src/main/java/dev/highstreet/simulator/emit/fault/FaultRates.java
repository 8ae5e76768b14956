package dev.highstreet.simulator.emit.fault;

import java.util.List;

/**
 * How often what happens: shares of the events that it can happen to, each from 0 to 1. Revisions
 * of products, stores and customers are only ever repeated or written with an old schema.
 *
 * @param withinMinute received up to a minute after they occurred
 * @param withinHours received between a minute and twelve hours after
 * @param withinWeeks received between twelve hours and 28 days after; two thirds of these are late
 * @param disordered written after others that were received up to 5 minutes later
 * @param repeated written twice, the second time within a minute or, one half, up to 28 days after
 * @param corrupt no longer decodable
 * @param invalid with a field that breaks a rule
 * @param unknownSchema of a schema that nobody knows
 * @param oldSchema written with the version before today's, of those that have one
 */
public record FaultRates(
    double withinMinute,
    double withinHours,
    double withinWeeks,
    double disordered,
    double repeated,
    double corrupt,
    double invalid,
    double unknownSchema,
    double oldSchema) {
  /** The rates' names, in their order. */
  public static final List<String> NAMES =
      List.of(
          "withinMinute",
          "withinHours",
          "withinWeeks",
          "disordered",
          "repeated",
          "corrupt",
          "invalid",
          "unknownSchema",
          "oldSchema");

  private static final double ROUNDING = 1e-9;
  private static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Refuses rates that are none.
   *
   * @throws IllegalArgumentException naming the rate, its value and its bound
   */
  public FaultRates {
    check("withinMinute", withinMinute);
    check("withinHours", withinHours);
    check("withinWeeks", withinWeeks);
    check("disordered", disordered);
    check("repeated", repeated);
    check("corrupt", corrupt);
    check("invalid", invalid);
    check("unknownSchema", unknownSchema);
    check("oldSchema", oldSchema);
    checkSum("withinMinute, withinHours, withinWeeks", withinMinute + withinHours + withinWeeks);
    checkSum(
        "corrupt, invalid, unknownSchema, oldSchema",
        corrupt + invalid + unknownSchema + oldSchema);
  }

  /** Every event is received as it occurs, once and whole. */
  public static FaultRates none() {
    return NONE;
  }

  /** Whether nothing ever happens. */
  public boolean areNone() {
    return equals(NONE);
  }

  /** The rate of a name; see {@link #NAMES}. */
  public double rate(String name) {
    return switch (name) {
      case "withinMinute" -> withinMinute;
      case "withinHours" -> withinHours;
      case "withinWeeks" -> withinWeeks;
      case "disordered" -> disordered;
      case "repeated" -> repeated;
      case "corrupt" -> corrupt;
      case "invalid" -> invalid;
      case "unknownSchema" -> unknownSchema;
      case "oldSchema" -> oldSchema;
      default -> throw unknown(name);
    };
  }

  /** What a collector on the open internet sees. */
  public static FaultRates standard() {
    return new FaultRates(0.97, 0.025, 0.005, 0.01, 0.002, 0.0002, 0.001, 0.0001, 0.005);
  }

  /**
   * The same with one rate changed.
   *
   * @param name of the rate, as the parameter is called
   * @throws IllegalArgumentException if there is no such rate, or it cannot have this value
   */
  public FaultRates with(String name, double rate) {
    if (!NAMES.contains(name)) {
      throw unknown(name);
    }
    return new FaultRates(
        name.equals("withinMinute") ? rate : withinMinute,
        name.equals("withinHours") ? rate : withinHours,
        name.equals("withinWeeks") ? rate : withinWeeks,
        name.equals("disordered") ? rate : disordered,
        name.equals("repeated") ? rate : repeated,
        name.equals("corrupt") ? rate : corrupt,
        name.equals("invalid") ? rate : invalid,
        name.equals("unknownSchema") ? rate : unknownSchema,
        name.equals("oldSchema") ? rate : oldSchema);
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "there is no rate '%s': the rates are %s".formatted(name, String.join(", ", NAMES)));
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "rate %s is %s; it must be from 0 to 1".formatted(name, rate));
    }
  }

  private static void checkSum(String names, double sum) {
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "rates %s come to %s; together they must be at most 1".formatted(names, sum));
    }
  }
}
