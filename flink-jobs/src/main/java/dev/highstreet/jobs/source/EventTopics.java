package dev.highstreet.jobs.source;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/** The topics that the sales job reads as one source, live or bounded. */
public final class EventTopics {
  /** The consumer group whose committed offsets show how far a live run has read. */
  public static final String GROUP = "highstreet-sales";

  /** The topics that sales are made of. */
  static final List<String> NAMES = Topic.SALES.stream().map(Topic::topicName).toList();

  private EventTopics() {}

  /**
   * All events from the beginning, then those to come, for ever.
   *
   * @param kafka bootstrap servers, {@code host:port}
   */
  public static KafkaSource<Arrival> live(String kafka) {
    return source(kafka).setTopics(NAMES).setStartingOffsets(OffsetsInitializer.earliest()).build();
  }

  /**
   * All events from the beginning up to, and without, the given offsets.
   *
   * @param kafka bootstrap servers, {@code host:port}
   * @param ends where each partition ends: frozen once, so that a restarted run reads the same
   */
  public static KafkaSource<Arrival> bounded(String kafka, Map<TopicPartition, Long> ends) {
    return source(kafka)
        .setTopics(NAMES)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.offsets(ends))
        .build();
  }

  /**
   * Orders and returns between these offsets. Says nothing about how far a live run has read.
   *
   * @param kafka bootstrap servers, {@code host:port}
   */
  public static KafkaSource<Arrival> transactions(String kafka, TransactionOffsets offsets) {
    return source(kafka)
        .setTopics(offsets.topics())
        .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false")
        .setStartingOffsets(OffsetsInitializer.offsets(offsets.starts()))
        .setBounded(OffsetsInitializer.offsets(offsets.ends()))
        .build();
  }

  private static KafkaSourceBuilder<Arrival> source(String kafka) {
    Properties consumer = new Properties();
    consumer.setProperty("partition.discovery.interval.ms", "10000");
    consumer.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000");
    return KafkaSource.<Arrival>builder()
        .setBootstrapServers(kafka)
        .setGroupId(GROUP)
        .setProperties(consumer)
        .setDeserializer(new ArrivalSchema());
  }
}
