package dev.highstreet.simulator.emit.fault;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keeps records as they are on the wire, in order, ticks included. */
final class WireTap implements EventSink {
  /** A record; a tick has no topic, no key and no bytes. */
  record Written(Topic topic, String key, long time, String bytes) {
    boolean isTick() {
      return topic == null;
    }
  }

  private final EventEncoder encoder = new EventEncoder();
  private final List<Written> written = new ArrayList<>();
  private boolean isClosed;

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    emitBytes(topic, key, (Instant) event.get(2), encoder.encode(event));
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    written.add(
        new Written(topic, key, receivedAt.toEpochMilli(), HexFormat.of().formatHex(bytes)));
  }

  @Override
  public void tick(Instant shopTime) {
    written.add(new Written(null, null, shopTime.toEpochMilli(), null));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    isClosed = true;
  }

  boolean isClosed() {
    return isClosed;
  }

  /** Everything in the order in which it was written. */
  List<Written> all() {
    return written;
  }

  /** Everything but the ticks. */
  List<Written> records() {
    return written.stream().filter(record -> !record.isTick()).toList();
  }
}
