package dev.highstreet.cli.simulate;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Counts records on their way to a sink; ticks are none. */
final class Counted implements EventSink {
  private final EventSink sink;
  private final Map<Topic, Long> records = new EnumMap<>(Topic.class);

  Counted(EventSink sink) {
    this.sink = sink;
  }

  /** Records so far, by topic; a topic without any is not named. */
  Map<Topic, Long> records() {
    return Collections.unmodifiableMap(records);
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    sink.emit(topic, key, event);
    records.merge(topic, 1L, Long::sum);
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] value) {
    sink.emitBytes(topic, key, receivedAt, value);
    records.merge(topic, 1L, Long::sum);
  }

  @Override
  public void tick(Instant shopTime) {
    sink.tick(shopTime);
  }

  @Override
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    sink.close();
  }

  @Override
  public void abandon() {
    sink.abandon();
  }
}
