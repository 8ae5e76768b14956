package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.Topic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the sink reaches Kafka, and what it finds there. */
final class KafkaConnection {
  private static final int ATTEMPTS = 20;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final String bootstrapServers;
  private final Duration patience;

  /** A Kafka that has to answer within so much time. */
  KafkaConnection(String bootstrapServers, Duration patience) {
    this.bootstrapServers = bootstrapServers;
    this.patience = patience;
  }

  /**
   * Idempotent, acknowledged by all replicas, in batches that suit a full-speed replay. One request
   * at a time: a partition that is just being made may refuse the first of several and take the
   * second as its beginning, after which the first is out of order for ever (seen on 4.2.0).
   */
  Map<String, Object> producerSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "highstreet-events");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return settings;
  }

  /** The number of partitions of each event topic; asking does not create what is missing. */
  Map<Topic, Integer> partitions() {
    Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
    try (Admin admin = admin()) {
      for (Topic topic : Topic.EVENTS) {
        partitions.put(topic, partitions(admin, topic.topicName()));
      }
      return partitions;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmitException("interrupted while connecting to Kafka at " + bootstrapServers, e);
    }
  }

  /** A topic made a moment ago may not be known to the broker that is asked: asks again. */
  private int partitions(Admin admin, String topic) throws InterruptedException {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return admin
            .describeTopics(List.of(topic))
            .topicNameValues()
            .get(topic)
            .get(patience.toMillis(), TimeUnit.MILLISECONDS)
            .partitions()
            .size();
      } catch (TimeoutException e) {
        throw unreachable(e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw unreachable(e.getCause());
        }
        if (left == 1) {
          throw missing(topic, e.getCause());
        }
        Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
      }
    }
  }

  private Admin admin() {
    int millis = (int) patience.toMillis();
    try {
      return Admin.create(
          Map.of(
              AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
              AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
              AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
    } catch (KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new EmitException(
          "'%s' is no Kafka address (HOST:PORT): %s"
              .formatted(bootstrapServers, reason.getMessage()),
          e);
    }
  }

  private EmitException missing(String topic, Throwable reason) {
    return new EmitException(
        "Kafka at %s has no topic %s: create the topics of the contract first"
            .formatted(bootstrapServers, topic),
        reason);
  }

  private EmitException unreachable(Throwable reason) {
    return new EmitException(
        "no Kafka answers at %s within %d seconds: check the address and that it is running (%s)"
            .formatted(bootstrapServers, patience.toSeconds(), reason.getMessage()),
        reason);
  }
}
