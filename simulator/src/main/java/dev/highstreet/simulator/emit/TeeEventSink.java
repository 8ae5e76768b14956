package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hands everything to several sinks, to one after the other. What the first does not take, those
 * after it do not get.
 */
public final class TeeEventSink implements EventSink {
  private final List<EventSink> sinks;

  /** Sinks in the order in which they get each event; closed with this one. */
  public TeeEventSink(EventSink... sinks) {
    this.sinks = List.of(sinks);
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    for (EventSink sink : sinks) {
      sink.emit(topic, key, event);
    }
  }

  @Override
  public void emitIntact(Topic topic, String key, SpecificRecord event) {
    for (EventSink sink : sinks) {
      sink.emitIntact(topic, key, event);
    }
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    for (EventSink sink : sinks) {
      sink.emitBytes(topic, key, receivedAt, bytes);
    }
  }

  @Override
  public void tick(Instant shopTime) {
    for (EventSink sink : sinks) {
      sink.tick(shopTime);
    }
  }

  @Override
  public void flush() {
    forEach(EventSink::flush);
  }

  @Override
  public void close() {
    forEach(EventSink::close);
  }

  @Override
  public void abandon() {
    forEach(EventSink::abandon);
  }

  /** Every sink gets its turn; of several failures the first is thrown, with the others on it. */
  private void forEach(Consumer<EventSink> action) {
    RuntimeException first = null;
    for (EventSink sink : sinks) {
      try {
        action.accept(sink);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
