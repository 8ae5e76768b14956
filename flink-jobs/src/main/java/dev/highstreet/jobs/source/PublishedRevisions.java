package dev.highstreet.jobs.source;

import dev.highstreet.jobs.enrich.RevisionLoader;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the products and stores that are published already, so that almost no order has to wait for
 * them. What is missing here arrives in the stream.
 *
 * @param kafka bootstrap servers, {@code host:port}
 * @param ends where to stop in each partition; empty for where it ends when it is read
 */
public record PublishedRevisions(String kafka, Map<TopicPartition, Long> ends)
    implements RevisionLoader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Set<Topic> TOPICS = Set.of(Topic.PRODUCTS, Topic.STORES);

  /** All that is published when it is read: for a live run, which reads on from there. */
  public static PublishedRevisions soFar(String kafka) {
    return new PublishedRevisions(kafka, Map.of());
  }

  /**
   * What is published before these offsets: for a bounded run, which must not know more than it
   * reads.
   */
  public static PublishedRevisions before(String kafka, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> own = new HashMap<>(ends);
    own.keySet()
        .removeIf(
            partition -> Topic.carriedBy(partition.topic()).filter(TOPICS::contains).isEmpty());
    return new PublishedRevisions(kafka, own);
  }

  @Override
  public void load(Consumer<Arrival> revisions) {
    ArrivalDecoder decoder = new ArrivalDecoder();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Map<TopicPartition, Long> until =
          ends.isEmpty() ? consumer.endOffsets(partitions(consumer)) : ends;
      consumer.assign(until.keySet());
      consumer.seekToBeginning(until.keySet());
      while (!reached(consumer, until)) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          Origin origin =
              new Origin(
                  message.topic(), message.partition(), message.offset(), message.timestamp());
          Arrival arrival = decoder.decode(origin, message.key(), message.value());
          boolean before = message.offset() < until.get(partition(message));
          if (before && arrival.revision() != null) {
            revisions.accept(arrival);
          }
        }
      }
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return TOPICS.stream()
        .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> message) {
    return new TopicPartition(message.topic(), message.partition());
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
