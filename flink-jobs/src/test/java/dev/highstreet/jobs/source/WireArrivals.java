package dev.highstreet.jobs.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the job would read, had the simulator written to a Kafka with one partition in all. */
public final class WireArrivals implements EventSink {
  private final EventEncoder encoder = new EventEncoder();
  private final ArrivalDecoder decoder = new ArrivalDecoder();
  private final List<Arrival> arrivals = new ArrayList<>();

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    emitBytes(topic, key, (Instant) event.get(2), encoder.encode(event));
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    Origin origin = new Origin(topic.topicName(), 0, arrivals.size(), receivedAt.toEpochMilli());
    arrivals.add(decoder.decode(origin, key.getBytes(UTF_8), bytes));
  }

  @Override
  public void tick(Instant shopTime) {
    EventId id = new EventId(new byte[16]);
    emitBytes(
        Topic.ORDERS, "tick", shopTime, encoder.encode(new ClockTick(id, shopTime, shopTime)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** Everything written, in order. */
  public List<Arrival> all() {
    return arrivals;
  }
}
