package dev.highstreet.drills.shop;

import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.TeeEventSink;
import dev.highstreet.simulator.emit.fault.FaultRates;
import dev.highstreet.simulator.emit.fault.FaultySink;
import dev.highstreet.simulator.engine.Simulation;
import dev.highstreet.simulator.engine.SimulationOptions;
import dev.highstreet.simulator.live.Broadcast;
import dev.highstreet.simulator.profile.Profile;
import dev.highstreet.simulator.profile.ShippedProfile;
import dev.highstreet.simulator.truth.TruthRun;
import dev.highstreet.simulator.truth.TruthWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A month of a shop in which everything that can befall an event does, often; and what truly
 * happened. It holds the day on which clocks change, and the end of a month.
 *
 * @param records of the sales topics, in the order in which they are sent
 * @param truth the folder that tells what happened
 */
public record DirtyMonth(List<ProducerRecord<byte[], byte[]>> records, Path truth) {
  /** The business zone. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** Its first day. */
  public static final LocalDate FROM = LocalDate.of(2025, 3, 10);

  private static final int DAYS = 30;

  /** Its last day. */
  public static final LocalDate LAST = FROM.plusDays(DAYS - 1);

  private static final int AGAIN_AFTER = 25;
  private static final int CUSTOMERS = 20_000;
  private static final int MORE_CUSTOMERS = 32_000;
  private static final long SEED = 14;

  private static final FaultRates HEAVY =
      new FaultRates(0.80, 0.10, 0.08, 0.05, 0.05, 0.01, 0.03, 0.005, 0.05);

  /** Plays it, and writes the truth down in a folder, which is begun afresh. */
  public static DirtyMonth play(Path truth) {
    return play(
        truth, CUSTOMERS, (wire, writer) -> new FaultySink(wire, HEAVY, SEED, writer::note));
  }

  /** The same with two producers whose clock is an hour ahead. */
  public static DirtyMonth playWithBrokenClocks(Path truth) {
    return play(
        truth,
        CUSTOMERS,
        (wire, writer) ->
            new BrokenClocks(wire, new FaultySink(wire, HEAVY, SEED, writer::note), writer::note));
  }

  /** A busier one with a producer that sends its last 10,000 again, and no other copies. */
  public static DirtyMonth playWithRecordsSentAgain(Path truth) {
    Instant when = FROM.plusDays(AGAIN_AFTER).atStartOfDay(ZONE).toInstant();
    return play(
        truth,
        MORE_CUSTOMERS,
        (wire, writer) -> {
          ResendingProducer producer = new ResendingProducer(wire, when, writer::note);
          return new FaultySink(producer, HEAVY.with("repeated", 0), SEED, producer::befalls);
        });
  }

  /** What befalls events on their way, and is noted beside the truth. */
  private interface Way {
    EventSink to(EventSink wire, TruthWriter writer);
  }

  private static DirtyMonth play(Path truth, int customers, Way way) {
    Profile profile = ShippedProfile.GIFT_SHOP.load();
    SimulationOptions options = SimulationOptions.of(SEED, FROM, customers, ZONE).withThreads(2);
    Simulation simulation = Simulation.of(profile, options);
    TruthWriter writer =
        TruthWriter.beginAfresh(truth, new TruthRun(SEED, profile.name(), FROM, ZONE));
    Recording recording = new Recording();
    try (EventSink all = new TeeEventSink(writer, way.to(recording, writer))) {
      new Broadcast(simulation::advanceTo, FROM.atStartOfDay(ZONE).toInstant(), all)
          .history(FROM.plusDays(DAYS).atStartOfDay(ZONE).toInstant(), reached -> {});
    }
    return new DirtyMonth(List.copyOf(recording.records()), truth);
  }
}
