package dev.highstreet.drills.shop;

import dev.highstreet.testsupport.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records to Kafka, on a thread of its own and no faster than it may: so a stream lasts as
 * long as a drill does, whatever the speed of the machine.
 */
public final class Feed implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final List<ProducerRecord<byte[], byte[]>> records;
  private final LongSupplier allowed;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closed;

  private Feed(String kafka, List<ProducerRecord<byte[], byte[]>> records, LongSupplier allowed) {
    this.records = records;
    this.allowed = allowed;
    this.producer = new KafkaProducer<>(settings(kafka));
    this.thread = new Thread(this::run, "feed");
    thread.setDaemon(true);
  }

  /**
   * Begins to send.
   *
   * @param allowed how many records may have been sent by now
   */
  public static Feed start(
      String kafka, List<ProducerRecord<byte[], byte[]>> records, LongSupplier allowed) {
    Feed feed = new Feed(kafka, records, allowed);
    feed.thread.start();
    return feed;
  }

  /** As the shop's own producer: what is sent again after an error is neither double nor late. */
  private static Map<String, Object> settings(String kafka) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        kafka,
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
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.BATCH_SIZE_CONFIG,
        128 * 1024);
  }

  private void run() {
    try {
      for (ProducerRecord<byte[], byte[]> message : records) {
        if (sent.get() >= allowed.getAsLong()) {
          producer.flush();
          Eventually.wait(PATIENCE, "leave to send", this::mayGoOn);
        }
        var unused = producer.send(message, (written, problem) -> keep(problem));
        sent.incrementAndGet();
        failIfAnyFailed();
      }
      producer.flush();
      failIfAnyFailed();
    } catch (Exception | AssertionError e) {
      keep(e);
    }
  }

  private boolean mayGoOn() {
    if (closed) {
      throw new CancellationException("closed");
    }
    return sent.get() < allowed.getAsLong();
  }

  private void keep(Throwable problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    }
  }

  private void failIfAnyFailed() {
    if (failure.get() != null) {
      throw new IllegalStateException("a record was not sent", failure.get());
    }
  }

  /** How many have been handed to the producer. */
  public long sent() {
    return sent.get();
  }

  /** Whether all have been sent, and Kafka has them. */
  public boolean isOver() {
    failIfAnyFailed();
    return !thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ZERO);
  }
}
