package dev.highstreet.simulator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes events to the topics of the contract, each to the partition that Kafka derives from its
 * key. Writes are idempotent, so a retry neither repeats nor reorders; the first failure is kept
 * and thrown from every later call.
 */
public final class KafkaEventSink implements EventSink {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int RECEIVED_AT = 2; // where every event has it: a rule of the contract

  private final String address;
  private final Producer<byte[], byte[]> producer;
  private final Map<Topic, Integer> partitions;
  private final EventEncoder encoder = new EventEncoder();
  private final EventIdentity identity = new EventIdentity();
  private final AtomicReference<EmitException> failure = new AtomicReference<>();

  KafkaEventSink(
      String address, Producer<byte[], byte[]> producer, Map<Topic, Integer> partitions) {
    this.address = requireNonNull(address, "address is null");
    this.producer = requireNonNull(producer, "producer is null");
    this.partitions = Map.copyOf(partitions);
  }

  /**
   * Connects to a Kafka on which the topics of the contract exist.
   *
   * @param bootstrapServers {@code HOST:PORT[,HOST:PORT…]}
   * @throws EmitException if nothing answers there, or a topic is missing
   */
  public static KafkaEventSink connect(String bootstrapServers) {
    return connect(bootstrapServers, PATIENCE);
  }

  static KafkaEventSink connect(String bootstrapServers, Duration patience) {
    requireNonNull(bootstrapServers, "bootstrapServers is null");
    KafkaConnection connection = new KafkaConnection(bootstrapServers, patience);
    Map<Topic, Integer> partitions = connection.partitions();
    return new KafkaEventSink(
        bootstrapServers, new KafkaProducer<>(connection.producerSettings()), partitions);
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    requireNonNull(key, "key is null");
    if (!topic.event().filter(type -> type.isInstance(event)).isPresent()) {
      throw new IllegalArgumentException(
          "%s does not carry %s".formatted(topic.topicName(), event.getSchema().getName()));
    }
    long received = ((Instant) event.get(RECEIVED_AT)).toEpochMilli();
    send(topic, null, received, key.getBytes(UTF_8), encoder.encode(event));
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    requireNonNull(key, "key is null");
    requireNonNull(bytes, "bytes is null");
    if (topic.event().isEmpty()) {
      throw new IllegalArgumentException("%s carries no events".formatted(topic.topicName()));
    }
    send(topic, null, receivedAt.toEpochMilli(), key.getBytes(UTF_8), bytes);
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
    for (Map.Entry<Topic, Integer> topic : partitions.entrySet()) {
      for (int partition = 0; partition < topic.getValue(); partition++) {
        send(topic.getKey(), partition, shopTime.toEpochMilli(), null, value);
      }
    }
  }

  private void send(Topic topic, Integer partition, long received, byte[] key, byte[] value) {
    failIfAnyFailed();
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic.topicName(), partition, received, key, value);
    try {
      var unused = producer.send(message, (written, problem) -> keep(message, problem));
    } catch (KafkaException e) {
      keep(message, e);
      failIfAnyFailed();
    }
  }

  private void keep(ProducerRecord<byte[], byte[]> message, Exception problem) {
    if (problem != null) {
      String event =
          message.key() == null ? "a clock tick" : "event " + new String(message.key(), UTF_8);
      failure.compareAndSet(
          null,
          new EmitException(
              "Kafka at %s did not take %s of %s: %s"
                  .formatted(address, event, message.topic(), problem.getMessage()),
              problem));
    }
  }

  @Override
  public void flush() {
    producer.flush();
    failIfAnyFailed();
  }

  @Override
  public void close() {
    producer.close();
    failIfAnyFailed();
  }

  private void failIfAnyFailed() {
    EmitException first = failure.get();
    if (first != null) {
      throw new EmitException(first.getMessage(), first.getCause());
    }
  }
}
