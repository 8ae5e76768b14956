package dev.highstreet.drills.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Keeps the records of the sales topics as {@code KafkaEventSink} would send them, each with its
 * partition, so that a drill may send them at its pace, twice, or not yet.
 */
final class Recording implements EventSink {
  private static final int RECEIVED_AT = 2; // where every event has it: a rule of the contract

  private final EventEncoder encoder = new EventEncoder();
  private final EventIdentity identity = new EventIdentity();
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

  List<ProducerRecord<byte[], byte[]>> records() {
    return records;
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    if (Topic.SALES.contains(topic)) {
      emitBytes(topic, key, (Instant) event.get(RECEIVED_AT), encoder.encode(event));
    }
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    if (Topic.SALES.contains(topic)) {
      byte[] keyBytes = key.getBytes(UTF_8);
      // as Kafka's own producer does
      int partition = Utils.toPositive(Utils.murmur2(keyBytes)) % Topics.PARTITIONS;
      add(topic, partition, receivedAt, keyBytes, bytes);
    }
  }

  @Override
  public void tick(Instant shopTime) {
    ClockTick tick =
        identity.assign(
            ClockTick.newBuilder()
                .setEventId(EventIdentity.none())
                .setOccurredAt(shopTime)
                .setReceivedAt(shopTime)
                .build());
    byte[] value = encoder.encode(tick);
    for (Topic topic : Topic.SALES) {
      for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
        add(topic, partition, shopTime, null, value);
      }
    }
  }

  private void add(Topic topic, int partition, Instant time, byte[] key, byte[] value) {
    records.add(
        new ProducerRecord<>(topic.topicName(), partition, time.toEpochMilli(), key, value));
  }

  @Override
  public void flush() {
    // nothing waits
  }

  @Override
  public void close() {
    // the records stay
  }
}
