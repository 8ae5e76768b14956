package dev.highstreet.simulator.live;

import static java.util.Objects.requireNonNull;

import dev.highstreet.simulator.counter.Basket;
import dev.highstreet.simulator.counter.Counter;
import dev.highstreet.simulator.counter.Intake;
import dev.highstreet.simulator.counter.Receipt;
import dev.highstreet.simulator.counter.Revision;
import dev.highstreet.simulator.counter.ShopWindow;
import dev.highstreet.simulator.counter.Transaction;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultSwitch;
import dev.highstreet.simulator.scenario.ScenarioControl;
import dev.highstreet.simulator.scenario.ScenarioMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
   * @param marks of every scenario that has begun, those that run among them; see {@link
   *     ScenarioControl#marks}
   * @param faults how often what befalls events on their way
   * @param outside what has come from outside since it was last {@linkplain #resetStatistics reset}
   * @param sending how far it is with the last number of orders; empty before the first
   * @param lastActivity when an event was last sent, on the wall clock, about; empty if none was
   *     since the last reset
   */
  public record State(
      Instant shopTime,
      boolean live,
      double speed,
      boolean paused,
      long sent,
      List<ScenarioMark> scenarios,
      List<ScenarioMark> marks,
      FaultRates faults,
      Outside outside,
      Optional<Sending> sending,
      Optional<Instant> lastActivity) {
    /** Refuses what is incomplete. */
    public State {
      requireNonNull(shopTime, "shopTime is null");
      scenarios = List.copyOf(scenarios);
      marks = List.copyOf(marks);
      requireNonNull(faults, "faults is null");
      requireNonNull(outside, "outside is null");
      requireNonNull(sending, "sending is null");
      requireNonNull(lastActivity, "lastActivity is null");
    }
  }

  private final Broadcast broadcast;
  private final ShopClock clock;
  private final ScenarioControl scenarios;
  private final FaultSwitch faults;
  private final InstantSource wallClock;
  private final OutsideBook book;
  private final CounterHatch hatch;
  private final Sender sender;

  /**
   * Steers these five, which belong together.
   *
   * @param wallClock tells when people did something; nothing in the shop goes by it
   */
  public SimulatorControl(
      Broadcast broadcast,
      ShopClock clock,
      ScenarioControl scenarios,
      FaultSwitch faults,
      Counter counter,
      InstantSource wallClock) {
    this.broadcast = requireNonNull(broadcast, "broadcast is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.scenarios = requireNonNull(scenarios, "scenarios is null");
    this.faults = requireNonNull(faults, "faults is null");
    this.wallClock = requireNonNull(wallClock, "wallClock is null");
    requireNonNull(counter, "counter is null");
    this.book = new OutsideBook(wallClock.instant());
    this.hatch = new CounterHatch(broadcast, counter, book);
    this.sender = new Sender(broadcast, counter, book, wallClock);
  }

  /** How things stand. */
  public State state() {
    return new State(
        broadcast.reached(),
        broadcast.isLive(),
        clock.speed(),
        clock.isPaused(),
        broadcast.sent(),
        scenarios.state(),
        scenarios.marks(),
        faults.rates(),
        book.outside(),
        sender.state(),
        lastActivity());
  }

  private Optional<Instant> lastActivity() {
    Instant counted = book.outside().since();
    return broadcast
        .quiet()
        .map(wallClock.instant()::minus)
        .filter(last -> !last.isBefore(counted));
  }

  /** Begins to count anew what comes from outside, and forgets when anything was last sent. */
  public void resetStatistics() {
    book.reset(wallClock.instant());
    sender.forget();
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

  /** Changes how often what befalls events on their way, for those that occur from now on. */
  public void setFaults(FaultRates rates) {
    faults.setRates(rates);
  }

  /**
   * Places an order at the shop's present, within 40 ms or once the shop has done the step that it
   * is taking; also while its clock stands still. It is written down as true like any, no fault
   * befalls its way, and what follows from it is the shop's own.
   *
   * @return the receipt; fails with {@link dev.highstreet.simulator.counter.RefusedException} if
   *     the shop does not take the order, and with {@link IllegalStateException} if the shop has
   *     ended or too many wait
   */
  public CompletableFuture<Receipt> order(Basket basket) {
    return hatch.order(requireNonNull(basket, "basket is null"));
  }

  /**
   * Places orders of random baskets, such as the shop's own shoppers fill.
   *
   * @param count 1 to 1,000
   * @param between from one to the next, on a clock of ours; 0 to 2,000 ms
   * @return how it stands; {@link State#sending} tells how it goes on
   * @throws dev.highstreet.simulator.counter.RefusedException if one of these is out of bounds
   * @throws IllegalStateException if others are being sent
   */
  public Sending send(int count, Duration between) {
    return sender.start(count, requireNonNull(between, "between is null"));
  }

  /** Sends no more of what {@link #send} was asked for; nothing happens if that is done. */
  public void cancelSending() {
    sender.cancel();
  }

  /**
   * Takes sales and returns that others have made, all or none; see {@link Counter#take}. Done and
   * failing as {@link #order} is.
   */
  public CompletableFuture<Intake> take(List<Transaction> transactions) {
    return hatch.take(transactions);
  }

  /**
   * Takes what others tell of products and stores of theirs, all or none; see {@link
   * Counter#revise}. Done and failing as {@link #order} is.
   */
  public CompletableFuture<Intake> revise(List<Revision> revisions) {
    return hatch.revise(revisions);
  }

  /**
   * What can be seen of the shop: at most about half a second old, and never older than the last
   * order that was placed with {@link #order}, or the last revision. Costs nothing, and waits for
   * nobody.
   */
  public ShopWindow window() {
    return hatch.window();
  }
}
