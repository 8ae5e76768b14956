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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes orders to their topic, and returns once every replica has them. Any thread may call. */
final class OrdersTopic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrdersTopic.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Kafka's own bound of a record is 1 MiB, with its key and frame. */
  private static final int LARGEST_ORDER = 1_000_000;

  private final String bootstrapServers;
  private final Silence silence;
  private final EventEncoder encoder = new EventEncoder();
  private Producer<byte[], byte[]> producer;

  /**
   * Connects to nothing yet.
   *
   * @param clock the wall clock
   */
  OrdersTopic(String bootstrapServers, Clock clock) {
    this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers is null");
    this.silence = new Silence(clock);
  }

  /**
   * Sends orders whose event ids are set, each to the partition of its key, at the time of its
   * receipt.
   *
   * @throws RequestProblem 400 for an order that no record can hold, before any is sent; 503 if
   *     Kafka has not acknowledged all of them within 5 s
   */
  void send(List<OrderPlaced> orders) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<ProducerRecord<byte[], byte[]>> records = encoded(orders);
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

  private synchronized List<ProducerRecord<byte[], byte[]>> encoded(List<OrderPlaced> orders) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(orders.size());
    for (OrderPlaced order : orders) {
      byte[] value = encoder.encode(order);
      if (value.length > LARGEST_ORDER) {
        throw RequestProblem.wrongField(
            "transactions[%d]".formatted(records.size()),
            value.length + " bytes",
            "at most %d bytes an order".formatted(LARGEST_ORDER));
      }
      records.add(
          new ProducerRecord<>(
              Topic.ORDERS.topicName(),
              null,
              order.getReceivedAt().toEpochMilli(),
              order.getOrderId().getBytes(UTF_8),
              value));
    }
    return records;
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings());
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
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
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
        patience);
  }

  private RequestProblem silent(Exception cause) {
    LOG.warn("Kafka at {} did not take orders", bootstrapServers, cause);
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
