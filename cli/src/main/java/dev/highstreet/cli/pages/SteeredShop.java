package dev.highstreet.cli.pages;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import dev.highstreet.dashboard.simulator.Simulator;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.scenario.ScenarioKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The simulated shop of this process, as the Simulator page sees it. */
final class SteeredShop implements Simulator {
  private static final int MICRO_DIGITS = 6;

  private final SimulatorControl control;
  private final Identity identity;

  SteeredShop(SimulatorControl control, Identity identity) {
    this.control = requireNonNull(control, "control is null");
    this.identity = requireNonNull(identity, "identity is null");
  }

  @Override
  public Identity identity() {
    return identity;
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
        FaultRates.NAMES.stream()
            .map(
                name ->
                    new Fault(name, state.faults().rate(name), FaultRates.standard().rate(name)))
            .toList(),
        state
            .sending()
            .map(
                sending ->
                    new Sending(
                        sending.count(), sending.sent(), sending.skipped(), !sending.isGoingOn())),
        outside(state.outside()),
        state.lastActivity());
  }

  private static Outside outside(dev.highstreet.simulator.live.Outside came) {
    return new Outside(
        came.since(),
        came.orders(),
        came.units(),
        BigDecimal.valueOf(came.netMicros(), MICRO_DIGITS),
        came.refused(),
        came.transactions(),
        came.revisions(),
        came.repeated());
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
  public void setFaults(Map<String, Double> rates) {
    FaultRates changed = control.state().faults();
    for (String name : rates.keySet()) {
      changed = changed.with(name, 0); // or two that are right together may be too much on the way
    }
    for (Map.Entry<String, Double> rate : rates.entrySet()) {
      changed = changed.with(rate.getKey(), rate.getValue());
    }
    control.setFaults(changed);
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
