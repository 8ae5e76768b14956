package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Format;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * How the simulated shop stands, as the page shows it.
 *
 * @param now wall clock, for ages
 */
public record SimulatorView(Simulator.State state, Format format, Instant now) {
  public SimulatorView {
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

  /** A number without zeros that say nothing. */
  public static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
