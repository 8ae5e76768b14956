package dev.highstreet.jobs.sales;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.KafkaEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.live.Shop;
import dev.highstreet.simulator.profile.ShippedProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A leap year of a small simulated shop in which everything that can befall an event does, often.
 * Only what sales are made of is sent: all that people do besides is a hundred times as much.
 */
final class DirtyYear {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
  private static final int CUSTOMERS = 800;
  private static final long SEED = 14;

  private static final FaultRates HEAVY =
      new FaultRates(0.65, 0.15, 0.12, 0.15, 0.20, 0.03, 0.10, 0.03, 0.20);

  /** Longer than anything is on its way: what waits for its product until then waits no longer. */
  private static final Duration UNTIL_ALL_IS_OVER = Duration.ofDays(70);

  private DirtyYear() {}

  /** Plays it into the topics, as fast as it goes; returns what befell its events. */
  static List<InjectedFault> play(String kafka) {
    Instant opening = FROM.atStartOfDay(LONDON).toInstant();
    Instant end = FROM.plusYears(1).atStartOfDay(LONDON).toInstant();
    Simulation simulation =
        Simulation.of(
            ShippedProfile.GIFT_SHOP.load(), SimulationOptions.of(SEED, FROM, CUSTOMERS, LONDON));
    List<InjectedFault> faults = new ArrayList<>();
    try (KafkaEventSink wire = KafkaEventSink.connect(kafka)) {
      FaultySink dirty = new FaultySink(wire, HEAVY, SEED, faults::add);
      new Broadcast(ofSales(simulation), opening, dirty).history(end, reached -> {});
      dirty.drain();
      wire.tick(end.plus(UNTIL_ALL_IS_OVER));
    }
    return faults;
  }

  private static Shop ofSales(Simulation simulation) {
    return (until, out) ->
        simulation.advanceTo(
            until,
            event -> {
              if (Topic.SALES.contains(event.topic())) {
                out.accept(event);
              }
            });
  }
}
