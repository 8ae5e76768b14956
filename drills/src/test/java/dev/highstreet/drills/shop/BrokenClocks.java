package dev.highstreet.drills.shop;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import dev.highstreet.simulator.emit.fault.FaultKind;
import dev.highstreet.simulator.emit.fault.InjectedFault;
import dev.highstreet.simulator.emit.fault.InjectedFault.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Two producers of orders in ten whose clock is an hour ahead. Kafka stamps the records of the one,
 * so that they are received before they claim to be; those of the other bear its own time.
 */
public final class BrokenClocks implements EventSink {
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final int PRODUCERS = 10;
  private static final int STAMPED_BY_KAFKA = 3;
  private static final int STAMPED_BY_ITSELF = 7;
  private static final int EVENT_ID = 0; // where every event has these: a rule of the contract
  private static final int RECEIVED_AT = 2;

  private final EventSink wire;
  private final EventSink others;
  private final Consumer<InjectedFault> truth;
  private final EventEncoder encoder = new EventEncoder();

  BrokenClocks(EventSink wire, EventSink others, Consumer<InjectedFault> truth) {
    this.wire = wire;
    this.others = others;
    this.truth = truth;
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    int producer = topic == Topic.ORDERS ? Math.floorMod(key.hashCode(), PRODUCERS) : PRODUCERS;
    if (producer == STAMPED_BY_KAFKA) {
      Instant received = (Instant) event.get(RECEIVED_AT);
      note(key, event, received, FaultKind.INVALID, Outcome.QUARANTINED, "RECEIVED_IN_FUTURE");
      wire.emitBytes(topic, key, received, encoder.encode(ahead(event)));
    } else if (producer == STAMPED_BY_ITSELF) {
      Instant received = ((Instant) event.get(RECEIVED_AT)).plus(AHEAD);
      note(key, event, received, FaultKind.DELAYED, Outcome.ACCEPTED, null);
      wire.emit(topic, key, ahead(event));
    } else {
      others.emit(topic, key, event);
    }
  }

  private static SpecificRecord ahead(SpecificRecord event) {
    SpecificRecord later = SpecificData.get().deepCopy(event.getSchema(), event);
    later.put(RECEIVED_AT, ((Instant) event.get(RECEIVED_AT)).plus(AHEAD));
    return later;
  }

  private void note(
      String key,
      SpecificRecord event,
      Instant received,
      FaultKind kind,
      Outcome outcome,
      String reason) {
    truth.accept(
        new InjectedFault(
            (EventId) event.get(EVENT_ID),
            Topic.ORDERS,
            key,
            ((Instant) event.get(1)).toEpochMilli(),
            received.toEpochMilli(),
            Set.of(kind),
            "of a producer whose clock is an hour ahead",
            outcome,
            reason,
            0,
            null));
  }

  @Override
  public void tick(Instant shopTime) {
    others.tick(shopTime);
  }

  @Override
  public void flush() {
    others.flush();
  }

  @Override
  public void close() {
    others.close();
  }
}
