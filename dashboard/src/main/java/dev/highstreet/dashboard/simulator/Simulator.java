package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.ScenarioSpan;
import java.math.BigDecimal;
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
   * @param faults what can befall events on their way
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
      List<Fault> faults,
      Optional<Sending> sending,
      Outside outside,
      Optional<Instant> lastActivity) {
    public State {
      requireNonNull(shopTime, "shopTime is null");
      running = List.copyOf(running);
      marks = List.copyOf(marks);
      faults = List.copyOf(faults);
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
   * Something that can befall events on their way.
   *
   * @param name as on the command line
   * @param rate of the events that it can befall, 0 to 1; 0 where it is off
   * @param usual the rate of a collector on the open internet
   */
  record Fault(String name, double rate, double usual) {
    public Fault {
      requireNonNull(name, "name is null");
    }

    /** Whether it befalls any. */
    public boolean isOn() {
      return rate > 0;
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
   * @param units of all these orders
   * @param net what their lines cost together, in pounds
   * @param refused that could not be taken
   * @param transactions of others that were taken
   * @param revisions of others' products and stores that were taken
   * @param repeated transactions and revisions that had been taken before
   */
  record Outside(
      Instant since,
      long orders,
      long units,
      BigDecimal net,
      long refused,
      long transactions,
      long revisions,
      long repeated) {
    public Outside {
      requireNonNull(since, "since is null");
      requireNonNull(net, "net is null");
    }
  }

  /**
   * What shop it is.
   *
   * @param profile the name of its profile
   * @param seed the same profile and seed give the same shop
   */
  record Identity(String profile, long seed) {
    public Identity {
      requireNonNull(profile, "profile is null");
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

  /** What the shop is called, and the seed that it follows from. */
  Identity identity();

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

  /**
   * Changes how often some faults befall events, for those that occur from now on.
   *
   * @param rates by name, 0 to 1; the others stay as they are
   */
  void setFaults(Map<String, Double> rates);

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
