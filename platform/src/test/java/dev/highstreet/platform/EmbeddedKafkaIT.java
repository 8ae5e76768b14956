package dev.highstreet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  private static final Instant LONG_AGO = Instant.parse("2010-12-01T08:26:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
  private static final TopicPartition ORDERS_0 = new TopicPartition("highstreet.orders", 0);

  @TempDir Path data;

  @Test
  void recordsOfAnyShopTimeSurviveARestart() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Topics.create(kafka.bootstrapServers());
      produce(kafka, LONG_AGO, "old");
      produce(kafka, FAR_AHEAD, "ahead");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      assertThat(consume(kafka, 2))
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .containsExactly("old", "ahead");
    }
  }

  @Test
  void topicsAreCreatedOnce() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      assertThat(Topics.create(kafka.bootstrapServers()))
          .containsExactlyElementsOf(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
      assertThat(Topics.create(kafka.bootstrapServers())).isEmpty();
      try (Admin admin = Topics.admin(kafka.bootstrapServers())) {
        assertThat(
                admin.describeTopics(List.of("highstreet.returns")).allTopicNames().get().values())
            .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
      }
    }
  }

  @Test
  void topicsOfAnUploadComeAndGo() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Topics.createUpload(
          kafka.bootstrapServers(), "upload-1", List.of(Topic.ORDERS, Topic.STORES));
      assertThatThrownBy(
              () ->
                  Topics.createUpload(kafka.bootstrapServers(), "upload-1", List.of(Topic.STORES)))
          .hasMessageContaining("highstreet.upload-1.stores");
      Topics.createUpload(kafka.bootstrapServers(), "upload-1", List.of(Topic.RETURNS));
      Topics.deleteUpload(kafka.bootstrapServers(), "upload-1");
      // what is gone can be made again: the controller knows at once, lists of topics lag behind
      Topics.createUpload(kafka.bootstrapServers(), "upload-1", List.of(Topic.STORES));
    }
  }

  @Test
  void secondBrokerOnTheSameDataIsRefused() {
    try (EmbeddedKafka first = EmbeddedKafka.start(data, 0)) {
      assertThatThrownBy(() -> EmbeddedKafka.start(data, 0))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining(data.toString())
          .hasMessageContaining("another server is using it");
      assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
    }
  }

  private static void produce(EmbeddedKafka kafka, Instant recordTime, String value)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  ORDERS_0.topic(),
                  ORDERS_0.partition(),
                  recordTime.toEpochMilli(),
                  null,
                  value.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> consume(EmbeddedKafka kafka, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(ORDERS_0));
      consumer.seekToBeginning(List.of(ORDERS_0));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (records.size() < count) {
        var polled = consumer.poll(Duration.ofSeconds(20)).records(ORDERS_0);
        assertThat(polled).as("records after the first %d", records.size()).isNotEmpty();
        records.addAll(polled);
      }
      return records;
    }
  }
}
