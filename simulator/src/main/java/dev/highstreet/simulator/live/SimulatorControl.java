package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.scenario.ScenarioControl;
import dev.highstreet.simulator.scenario.ScenarioMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Steers a shop while it runs: its pace, and what is out of the ordinary. The one place where
 * whatever comes from outside takes hold. Any thread may.
 */
public final class SimulatorControl {
  /**
   * How things stand.
   *
   * @param shopTime everything before it has been sent
   * @param live whether its history is over
   * @param speed seconds of the shop's in a second of ours, once it is live
   * @param paused whether its clock stands still
   * @param sent events so far
   * @param scenarios those that run
   */
  public record State(
      Instant shopTime,
      boolean live,
      double speed,
      boolean paused,
      long sent,
      List<ScenarioMark> scenarios) {
    /** Refuses what is incomplete. */
    public State {
      requireNonNull(shopTime, "shopTime is null");
      scenarios = List.copyOf(scenarios);
    }
  }

  private final Broadcast broadcast;
  private final ShopClock clock;
  private final ScenarioControl scenarios;

  /** Steers these three, which belong together. */
  public SimulatorControl(Broadcast broadcast, ShopClock clock, ScenarioControl scenarios) {
    this.broadcast = requireNonNull(broadcast, "broadcast is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.scenarios = requireNonNull(scenarios, "scenarios is null");
  }

  /** How things stand. */
  public State state() {
    return new State(
        broadcast.reached(),
        broadcast.isLive(),
        clock.speed(),
        clock.isPaused(),
        broadcast.sent(),
        scenarios.state());
  }

  /**
   * Lets the shop's clock run at another speed.
   *
   * @throws IllegalArgumentException unless it is above 0 and at most {@link ShopClock#FASTEST}
   */
  public void setSpeed(double speed) {
    clock.setSpeed(speed);
  }

  /** Stops the shop's clock, or lets it run on from there. */
  public void setPaused(boolean paused) {
    if (paused) {
      clock.pause();
    } else {
      clock.resume();
    }
  }

  /**
   * Starts a scenario at the shop's present.
   *
   * @param parameters those that are not to be as usual
   * @throws IllegalArgumentException if there is no such scenario or parameter, or a value is out
   *     of bounds
   */
  public void start(String scenario, Map<String, Double> parameters) {
    scenarios.start(scenario, parameters);
  }

  /**
   * Stops a scenario at the shop's present; nothing happens if it does not run.
   *
   * @throws IllegalArgumentException if there is no such scenario
   */
  public void stop(String scenario) {
    scenarios.stop(scenario);
  }
}
