package dev.highstreet.cli;

import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** A sink before which something happens once, after so many events have reached it. */
final class HalfWay implements EventSink {
  /** What happens; the replay stands still meanwhile. */
  @FunctionalInterface
  interface Event {
    void happen() throws Exception;
  }

  private final EventSink sink;
  private final long after;
  private final Event event;
  private long emitted;

  HalfWay(EventSink sink, long after, Event event) {
    this.sink = sink;
    this.after = after;
    this.event = event;
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord record) {
    count();
    sink.emit(topic, key, record);
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    count();
    sink.emitBytes(topic, key, receivedAt, bytes);
  }

  private void count() {
    if (emitted++ == after) {
      sink.flush();
      try {
        event.happen();
      } catch (Exception e) {
        throw new AssertionError("half way", e);
      }
    }
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
}
