package dev.highstreet.dashboard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Problem;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Silence;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events to their topics, and returns once every replica has them. Any thread may call. */
final class TillTopics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TillTopics.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Kafka's own bound of a record is 1 MiB, with its key and frame. */
  private static final int LARGEST = 1_000_000;

  /** Bytes: one request at a time must carry a file of events in time. */
  private static final int BATCH = 1 << 18;

  private final String bootstrapServers;
  private final Silence silence;
  private final EventEncoder encoder = new EventEncoder();
  private Producer<byte[], byte[]> producer;

  /**
   * Connects to nothing yet.
   *
   * @param clock the wall clock
   */
  TillTopics(String bootstrapServers, Clock clock) {
    this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers is null");
    this.silence = new Silence(clock);
  }

  /**
   * An event whose id is set.
   *
   * @param key decides its partition
   * @param receivedAt its record's time
   */
  record Outgoing(Topic topic, String key, Instant receivedAt, SpecificRecord event) {
    Outgoing {
      requireNonNull(topic, "topic is null");
      requireNonNull(key, "key is null");
      requireNonNull(receivedAt, "receivedAt is null");
      requireNonNull(event, "event is null");
    }

    static Outgoing of(OrderPlaced order) {
      return new Outgoing(Topic.ORDERS, order.getOrderId(), order.getReceivedAt(), order);
    }
  }

  /**
   * Sends events, each to the partition of its key.
   *
   * @throws RequestProblem 400 for one that no record can hold, before any is sent; 503 if Kafka
   *     has not acknowledged all of them within 5 s
   */
  void send(List<Outgoing> events) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<ProducerRecord<byte[], byte[]>> records = encoded(events);
    try {
      Producer<byte[], byte[]> open = producer();
      List<Future<?>> sent = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(open.send(record));
      }
      for (Future<?> acknowledgement : sent) {
        acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      silence.ends();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw silent(e);
    }
  }

  private synchronized List<ProducerRecord<byte[], byte[]>> encoded(List<Outgoing> events) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
    for (Outgoing outgoing : events) {
      byte[] value = encoder.encode(outgoing.event());
      if (value.length > LARGEST) {
        throw RequestProblem.wrongField(
            "transactions[%d]".formatted(records.size()),
            value.length + " bytes",
            "at most %d bytes an order".formatted(LARGEST));
      }
      records.add(
          new ProducerRecord<>(
              outgoing.topic().topicName(),
              null,
              outgoing.receivedAt().toEpochMilli(),
              outgoing.key().getBytes(UTF_8),
              value));
    }
    return records;
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /**
   * Idempotent, so that a retry neither repeats nor reorders. One request at a time: a partition
   * that is just being made may take the second of several as its beginning (seen on 4.2.0).
   */
  private Map<String, Object> settings() {
    int patience = (int) PATIENCE.toMillis();
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.CLIENT_ID_CONFIG,
        "highstreet-till",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        patience,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        patience / 2,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        patience,
        ProducerConfig.BATCH_SIZE_CONFIG,
        BATCH);
  }

  private RequestProblem silent(Exception cause) {
    LOG.warn("Kafka at {} did not take events", bootstrapServers, cause);
    return RequestProblem.unavailable(
        silence.goesOn(
            new Problem(
                "Kafka takes no orders now",
                "Kafka at %s did not acknowledge them within %d s, so it is not known whether they arrived."
                    .formatted(bootstrapServers, PATIENCE.toSeconds()))));
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(PATIENCE);
    }
  }
}
