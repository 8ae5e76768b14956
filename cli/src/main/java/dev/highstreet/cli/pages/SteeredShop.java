package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.scenario.ScenarioKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The simulated shop of this process, as the Simulator page sees it. */
final class SteeredShop implements Simulator {
  private final SimulatorControl control;

  SteeredShop(SimulatorControl control) {
    this.control = requireNonNull(control, "control is null");
  }

  @Override
  public State state() {
    SimulatorControl.State state = control.state();
    return new State(
        state.shopTime(),
        state.live(),
        state.paused(),
        state.speed(),
        state.sent(),
        state.scenarios().stream()
            .map(mark -> new Running(mark.name(), mark.from(), mark.to(), mark.parameters()))
            .toList(),
        state.marks().stream()
            .map(mark -> new ScenarioSpan(mark.name(), mark.from(), mark.to()))
            .toList(),
        state
            .sending()
            .map(
                sending ->
                    new Sending(
                        sending.count(), sending.sent(), sending.skipped(), !sending.isGoingOn())),
        new Outside(
            state.outside().since(),
            state.outside().orders(),
            state.outside().refused(),
            state.outside().transactions()),
        state.lastActivity());
  }

  @Override
  public List<Scenario> scenarios() {
    return Arrays.stream(ScenarioKind.values())
        .map(
            kind ->
                new Scenario(
                    kind.label(),
                    kind.parameters().stream()
                        .map(
                            known ->
                                new Parameter(
                                    known.name(), known.usual(), known.least(), known.most()))
                        .toList()))
        .toList();
  }

  @Override
  public void setSpeed(double speed) {
    control.setSpeed(speed);
  }

  @Override
  public void setPaused(boolean paused) {
    control.setPaused(paused);
  }

  @Override
  public void start(String scenario, Map<String, Double> parameters) {
    control.start(scenario, parameters);
  }

  @Override
  public void stop(String scenario) {
    control.stop(scenario);
  }

  @Override
  public void send(int count, Duration between) {
    var unused = control.send(count, between);
  }

  @Override
  public void cancelSending() {
    control.cancelSending();
  }

  @Override
  public void resetStatistics() {
    control.resetStatistics();
  }
}
