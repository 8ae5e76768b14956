package dev.highstreet.cli.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.batch.BatchFolder;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of a folder of files, in topics of their own, where one backfill reads them: whatever
 * machines a cluster has, they see Kafka, and need not see the folder. The topics are deleted when
 * it closes.
 */
final class Upload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
  private static final int KEY = 3; // where every event has it: a rule of the contract
  private static final int RECEIVED_AT = 2;

  private final String kafka;
  private final String name;
  private final long events;

  private Upload(String kafka, String name, long events) {
    this.kafka = kafka;
    this.name = name;
    this.events = events;
  }

  /**
   * Sends every event of the folder.
   *
   * @param kafka bootstrap servers
   * @throws CommandException if Kafka does not take them, or a file can no longer be read; nothing
   *     is left in Kafka then
   */
  static Upload send(BatchFolder folder, String kafka) {
    String name = "upload-" + UUID.randomUUID();
    Set<Topic> topics = EnumSet.copyOf(folder.topics());
    Topics.createUpload(kafka, name, topics);
    try {
      return new Upload(kafka, name, produce(folder, topics, kafka, name));
    } catch (UnusableFileException e) {
      delete(kafka, name);
      throw CommandException.usedWrongly(e.getMessage(), e);
    } catch (RuntimeException e) {
      delete(kafka, name);
      throw e;
    }
  }

  private static long produce(BatchFolder folder, Set<Topic> topics, String kafka, String name)
      throws UnusableFileException {
    EventEncoder encoder = new EventEncoder();
    AtomicLong sent = new AtomicLong();
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (Producer<byte[], byte[]> producer = producer(kafka)) {
      for (Topic topic : topics) {
        String to = topic.uploadName(name);
        folder.read(
            topic,
            event -> {
              sent.incrementAndGet();
              var unused =
                  producer.send(
                      record(to, event, encoder),
                      (written, problem) -> failure.compareAndSet(null, problem));
            });
      }
    }
    if (failure.get() != null) {
      throw CommandException.answerIsNo(
          "Kafka at %s did not take the events of the files: %s"
              .formatted(kafka, failure.get().getMessage()),
          failure.get());
    }
    return sent.get();
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, SpecificRecord event, EventEncoder encoder) {
    long receivedAt = ((Instant) event.get(RECEIVED_AT)).toEpochMilli();
    byte[] key = event.get(KEY).toString().getBytes(UTF_8);
    return new ProducerRecord<>(topic, null, receivedAt, key, encoder.encode(event));
  }

  /**
   * One request at a time: a partition that is just being made may refuse the first of several and
   * take the second as its beginning, after which the first is out of order for ever.
   */
  private static Producer<byte[], byte[]> producer(String kafka) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.LINGER_MS_CONFIG,
            20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** What the job is told, so that it reads these topics, too. */
  String name() {
    return name;
  }

  /** How many events it holds. */
  long events() {
    return events;
  }

  @Override
  public void close() {
    delete(kafka, name);
  }

  private static void delete(String kafka, String name) {
    boolean interrupted = Thread.interrupted(); // with it, Kafka would not be asked
    try {
      Topics.deleteUpload(kafka, name);
    } catch (RuntimeException e) {
      LOG.warn("The topics of {} stay in Kafka", name, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
