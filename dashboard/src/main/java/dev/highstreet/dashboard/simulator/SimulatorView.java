package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the simulated shop stands, as the page shows it.
 *
 * @param now wall clock, for ages
 */
public record SimulatorView(
    Simulator.Identity identity,
    List<Simulator.Scenario> scenarios,
    Simulator.State state,
    Format format,
    Instant now) {
  public SimulatorView {
    requireNonNull(identity, "identity is null");
    scenarios = List.copyOf(scenarios);
    requireNonNull(state, "state is null");
    requireNonNull(format, "format is null");
    requireNonNull(now, "now is null");
  }

  /** What it does, in a word. */
  public String doing() {
    if (state.paused()) {
      return "Paused";
    }
    return state.live() ? "Live" : "Sending its history";
  }

  /** How fast it goes, in words. */
  public String pace() {
    return state.live()
        ? Pace.words(state.speed())
        : "as fast as it goes; then " + Pace.words(state.speed());
  }

  /** How long ago an event was last sent. */
  public String lastActivity() {
    return state
        .lastActivity()
        .map(last -> Format.age(Duration.between(last, now)) + " ago")
        .orElse(Format.NONE);
  }

  /** How far it is with the orders that were asked for. */
  public String sending() {
    return state
        .sending()
        .map(
            sending ->
                "%s of %s sent%s%s"
                    .formatted(
                        Format.count(sending.sent()),
                        Format.count(sending.count()),
                        sending.skipped() == 0
                            ? ""
                            : ", %s not, as nothing was left of what was wanted"
                                .formatted(Format.count(sending.skipped())),
                        sending.over() ? "." : " …"))
        .orElse("None yet.");
  }

  /** The numbers that a scenario was set up with. */
  public String parameters(Simulator.Running scenario) {
    return scenario.parameters().entrySet().stream()
        .map(parameter -> parameter.getKey() + " " + plain(parameter.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What a fault does, in a few words. */
  public static String meaning(Simulator.Fault fault) {
    return switch (fault.name()) {
      case "withinMinute" -> "received up to a minute later";
      case "withinHours" -> "received up to twelve hours later";
      case "withinWeeks" -> "received up to 28 days later; most are late";
      case "disordered" -> "written after others that came later";
      case "repeated" -> "written twice";
      case "corrupt" -> "no longer decodable";
      case "invalid" -> "a field breaks a rule";
      case "unknownSchema" -> "of a schema that nobody knows";
      case "oldSchema" -> "of the schema before today's";
      default -> "";
    };
  }

  /** How a scenario runs now, if it does. */
  public Optional<Simulator.Running> running(Simulator.Scenario scenario) {
    return state.running().stream()
        .filter(running -> running.name().equals(scenario.name()))
        .findFirst();
  }

  /** What a fault's switch asks for: off where it is on, else the usual rate. */
  public String flipped(Simulator.Fault fault) {
    return "{\"fault\": \"%s\", \"rate\": \"%s\"}"
        .formatted(fault.name(), fault.isOn() ? "0" : plain(fault.usual()));
  }

  /** A rate in per cent. */
  public static String percent(double rate) {
    return plain(BigDecimal.valueOf(rate).movePointRight(2).doubleValue()) + "\u202f%";
  }

  /** A number without zeros that say nothing. */
  public static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
