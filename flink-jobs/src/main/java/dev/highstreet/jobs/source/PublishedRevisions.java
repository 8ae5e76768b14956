package dev.highstreet.jobs.source;

import dev.highstreet.jobs.enrich.RevisionLoader;
import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the products and stores that are published already, so that almost no order has to wait for
 * them. Only a matter of speed: what is missing here arrives in the stream.
 *
 * @param kafka bootstrap servers, {@code host:port}
 */
public record PublishedRevisions(String kafka) implements RevisionLoader {
  private static final Duration POLL = Duration.ofMillis(200);

  @Override
  public void load(Consumer<Arrival> revisions) {
    ArrivalDecoder decoder = new ArrivalDecoder();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (Topic topic : List.of(Topic.PRODUCTS, Topic.STORES)) {
        for (PartitionInfo partition : consumer.partitionsFor(topic.topicName())) {
          partitions.add(new TopicPartition(partition.topic(), partition.partition()));
        }
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!reached(consumer, ends)) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          Origin origin =
              new Origin(
                  message.topic(), message.partition(), message.offset(), message.timestamp());
          Arrival arrival = decoder.decode(origin, message.key(), message.value());
          if (arrival.revision() != null) {
            revisions.accept(arrival);
          }
        }
      }
    }
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
