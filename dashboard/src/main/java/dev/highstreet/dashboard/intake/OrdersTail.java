package dev.highstreet.dashboard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.intake.Trace.Sighting;
import dev.highstreet.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of orders from its end on, so that it is known when an order is really there. It
 * reads while orders are sent through this dashboard, and for a minute after the last; without it
 * orders are sent all the same.
 */
final class OrdersTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrdersTail.class);
  private static final Duration LINGER = Duration.ofMinutes(1);
  private static final long PATIENCE_MILLIS = 1_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final Traces traces;
  private final Clock clock;
  private CountDownLatch ready;
  private volatile long until;
  private volatile boolean closed;

  /**
   * Connects to nothing yet.
   *
   * @param traces are told of every order that is read back
   */
  OrdersTail(String bootstrapServers, Traces traces, Clock clock) {
    this.bootstrapServers = requireNonNull(bootstrapServers, "bootstrapServers is null");
    this.traces = requireNonNull(traces, "traces is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Sees to it that what is sent from now on is read back; waits for that a second at most. */
  void awake() {
    try {
      boolean unused = reading().await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CountDownLatch reading() {
    until = System.nanoTime() + LINGER.toNanos();
    if (ready == null && !closed) {
      ready = new CountDownLatch(1);
      CountDownLatch known = ready;
      Thread thread = new Thread(() -> read(known), "dashboard-orders-tail");
      thread.setDaemon(true);
      thread.start();
    }
    return ready == null ? new CountDownLatch(0) : ready;
  }

  private void read(CountDownLatch known) {
    try (KafkaConsumer<byte[], byte[]> consumer = connect()) {
      toTheEnd(consumer);
      known.countDown();
      do {
        consumer.poll(POLL).forEach(this::tell);
      } while (goesOn());
    } catch (RuntimeException e) { // Kafka's, or of a topic that is not there
      LOG.warn("Orders are not read back from Kafka at {}", bootstrapServers, e);
      rest();
    } finally {
      known.countDown();
    }
  }

  private synchronized void rest() {
    ready = null;
  }

  /** Decided with the lock held: who finds it reading now can count on it. */
  private synchronized boolean goesOn() {
    boolean goesOn = !closed && System.nanoTime() - until < 0;
    if (!goesOn) {
      ready = null;
    }
    return goesOn;
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() != null) {
      traces.seen(
          new String(record.key(), UTF_8),
          new Sighting(record.partition(), record.offset(), clock.instant()));
    }
  }

  private static void toTheEnd(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topic.ORDERS.topicName()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // only this makes it look where the end is
  }

  private KafkaConsumer<byte[], byte[]> connect() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "highstreet-orders-tail",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    closed = true; // it looks after each poll
  }
}
