package dev.highstreet.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.Topic;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaExtensionIT {
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  @Test
  void emptiedTopicsCountOffsetsFromZeroAgain() throws Exception {
    assertThat(offsetOfNextRecord()).isZero();
    assertThat(offsetOfNextRecord()).isEqualTo(1);
    KAFKA.emptyTopics();
    assertThat(offsetOfNextRecord()).isZero();
  }

  private static long offsetOfNextRecord() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      return producer
          .send(new ProducerRecord<>(Topic.ORDERS.topicName(), 0, null, new byte[] {1}))
          .get()
          .offset();
    }
  }
}
