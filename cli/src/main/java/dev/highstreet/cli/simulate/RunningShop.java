package dev.highstreet.cli.simulate;

import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.TeeEventSink;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.live.ShopClock;
import dev.highstreet.simulator.live.SimulatorControl;
import dev.highstreet.simulator.truth.TruthRun;
import dev.highstreet.simulator.truth.TruthWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A simulated shop at work: what happens is written down as true, if anybody wants it, then suffers
 * the faults that were asked for, then goes where it is to go. What people from outside do in it
 * takes the same way, but suffers no faults.
 */
public final class RunningShop implements AutoCloseable {
  private final Instant present;
  private final EventSink sink;
  private final Broadcast broadcast;
  private final ShopClock clock;
  private final SimulatorControl control;
  private boolean isWhole;

  /**
   * A shop that is about to open.
   *
   * @param speed of its clock, once it is live
   * @param target where its events go; closed with this
   * @param truth where to write down what truly happens; begun afresh
   * @throws IllegalArgumentException if the plan cannot be carried out
   * @throws dev.highstreet.simulator.emit.EmitException if the truth cannot be written
   */
  public RunningShop(ShopOptions.Plan plan, double speed, EventSink target, Optional<Path> truth) {
    this.present = plan.present();
    this.clock = new ShopClock(present, speed);
    Simulation simulation = Simulation.of(plan.profile(), plan.options());
    Optional<TruthWriter> writer = truth.map(folder -> writer(folder, plan));
    FaultySink faulty =
        new FaultySink(
            target,
            plan.faults(),
            plan.options().seed(),
            fault -> writer.ifPresent(first -> first.note(fault)));
    this.sink = writer.<EventSink>map(first -> new TeeEventSink(first, faulty)).orElse(faulty);
    writer.ifPresent(first -> simulation.onScenario(first::note));
    this.broadcast = new Broadcast(simulation::advanceTo, plan.from(), sink);
    this.control =
        new SimulatorControl(
            broadcast,
            clock,
            simulation.scenarios(),
            faulty,
            simulation.counter(),
            Clock.systemUTC());
  }

  private static TruthWriter writer(Path folder, ShopOptions.Plan plan) {
    return TruthWriter.beginAfresh(
        folder,
        new TruthRun(
            plan.options().seed(),
            plan.profile().name(),
            plan.options().from(),
            plan.options().zone()));
  }

  /** Sends the shop's history, as fast as it goes. */
  public void history(Consumer<Instant> progress) {
    broadcast.history(present, progress);
    isWhole = true;
  }

  /** Sends what happens on the shop's clock, until the thread is interrupted. */
  public void live() {
    try {
      broadcast.live(clock);
    } finally {
      broadcast.end();
    }
  }

  /** When its history ends and its life begins. */
  public Instant present() {
    return present;
  }

  /** Steers it; for any thread. */
  public SimulatorControl control() {
    return control;
  }

  /**
   * Lets everything arrive that is on its way, and closes where it went; a file does not appear
   * unless it holds the whole history.
   */
  @Override
  public void close() {
    broadcast.end(); // before the last of its events arrives: nothing may follow that
    if (isWhole) {
      sink.close();
    } else {
      sink.abandon();
    }
  }
}
