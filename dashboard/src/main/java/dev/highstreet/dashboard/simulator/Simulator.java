package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated shop that can be steered while it runs. Any thread may. Whatever is out of bounds is
 * refused with an {@link IllegalArgumentException} that names the thing, the value and the bound;
 * what cannot be done now, with an {@link IllegalStateException}.
 */
public interface Simulator {
  /**
   * How things stand.
   *
   * @param shopTime everything before it has been sent
   * @param live whether its history is over, and its clock decides
   * @param paused whether its clock stands still
   * @param speed seconds of the shop's in a second of ours
   * @param sent events so far
   * @param running scenarios that run
   * @param marks of those that run and of those that are over, in the order in which they began
   * @param sending how far it is with the orders that were last asked for
   * @param outside what has come from outside
   * @param lastActivity when an event was last sent, on the wall clock
   */
  record State(
      Instant shopTime,
      boolean live,
      boolean paused,
      double speed,
      long sent,
      List<Running> running,
      List<ScenarioSpan> marks,
      Optional<Sending> sending,
      Outside outside,
      Optional<Instant> lastActivity) {
    public State {
      requireNonNull(shopTime, "shopTime is null");
      running = List.copyOf(running);
      marks = List.copyOf(marks);
      requireNonNull(sending, "sending is null");
      requireNonNull(outside, "outside is null");
      requireNonNull(lastActivity, "lastActivity is null");
    }
  }

  /**
   * A scenario that runs.
   *
   * @param until when it ends by itself, on the shop's clock
   */
  record Running(String name, Instant from, Instant until, Map<String, Double> parameters) {
    public Running {
      requireNonNull(name, "name is null");
      requireNonNull(from, "from is null");
      requireNonNull(until, "until is null");
    }
  }

  /**
   * Orders that were asked for.
   *
   * @param skipped that could not be placed, as nothing that was wanted was there
   * @param over whether it is done, or was cancelled
   */
  record Sending(int count, int sent, int skipped, boolean over) {}

  /**
   * What has come from outside.
   *
   * @param since when counting began, on the wall clock
   * @param orders placed
   * @param refused that could not be taken
   * @param transactions of others that were taken
   */
  record Outside(Instant since, long orders, long refused, long transactions) {
    public Outside {
      requireNonNull(since, "since is null");
    }
  }

  /** Something out of the ordinary that can be started. */
  record Scenario(String name, List<Parameter> parameters) {
    public Scenario {
      requireNonNull(name, "name is null");
      parameters = List.copyOf(parameters);
    }
  }

  /** A number that a scenario is set up with. */
  record Parameter(String name, double usual, double least, double most) {
    public Parameter {
      requireNonNull(name, "name is null");
    }
  }

  /** How things stand; asked several times a second. */
  State state();

  /** What can be started. */
  List<Scenario> scenarios();

  /** Lets the shop's clock run at another speed: seconds of the shop's in each of ours. */
  void setSpeed(double speed);

  /** Stops the shop's clock, or lets it run on. */
  void setPaused(boolean paused);

  /**
   * Starts a scenario at the shop's present.
   *
   * @param parameters those that are not to be as usual
   */
  void start(String scenario, Map<String, Double> parameters);

  /** Stops a scenario; nothing happens if it does not run. */
  void stop(String scenario);

  /**
   * Places orders of random baskets, one after the other.
   *
   * @param count 1 to 1,000
   * @param between 0 to 2,000 ms of the wall clock
   */
  void send(int count, Duration between);

  /** Sends no more of them. */
  void cancelSending();

  /** Begins to count anew what comes from outside. */
  void resetStatistics();
}
