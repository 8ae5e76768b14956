package dev.highstreet.simulator.emit;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Hands on the first few events of each topic: a shop opens with thousands of products, and the
 * first few of all would be nothing else.
 */
public final class SampleEventSink implements EventSink {
  private final EventSink sink;
  private final int perTopic;
  private final Map<Topic, Integer> counts = new EnumMap<>(Topic.class);

  /**
   * A sample of what a sink would get.
   *
   * @param perTopic 1 or more
   * @throws IllegalArgumentException if it is less
   */
  public SampleEventSink(EventSink sink, int perTopic) {
    if (perTopic < 1) {
      throw new IllegalArgumentException(
          "sample is %d: give 1 or more events a topic".formatted(perTopic));
    }
    this.sink = requireNonNull(sink, "sink is null");
    this.perTopic = perTopic;
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    if (isAmongTheFirst(topic)) {
      sink.emit(topic, key, event);
    }
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    if (isAmongTheFirst(topic)) {
      sink.emitBytes(topic, key, receivedAt, bytes);
    }
  }

  private boolean isAmongTheFirst(Topic topic) {
    int seen = counts.getOrDefault(topic, 0);
    if (seen == perTopic) {
      return false;
    }
    counts.put(topic, seen + 1);
    return true;
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
