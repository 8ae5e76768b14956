package dev.highstreet.jobs.source;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The dead-letter topic: the original bytes, with where and why in the headers. At least once:
 * after a restart a letter may stand there twice, under the same topic, partition, offset and line.
 * Of a record with several faults only the first letter has a value.
 */
public final class DeadLetterTopic {
  private DeadLetterTopic() {}

  /**
   * Writes each letter.
   *
   * @param kafka bootstrap servers, {@code host:port}
   */
  public static KafkaSink<DeadLetter> sink(String kafka) {
    return KafkaSink.<DeadLetter>builder()
        .setBootstrapServers(kafka)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new Letters())
        .build();
  }

  private static final class Letters implements KafkaRecordSerializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        DeadLetter letter, KafkaSinkContext context, Long timestamp) {
      Headers headers = new RecordHeaders();
      add(headers, "topic", letter.origin().topic());
      add(headers, "partition", Integer.toString(letter.origin().partition()));
      add(headers, "offset", Long.toString(letter.origin().offset()));
      add(headers, "line", Integer.toString(letter.line()));
      add(headers, "stage", letter.stage().name());
      add(headers, "reason", letter.reason().name());
      add(headers, "detail", letter.detail());
      return new ProducerRecord<>(
          Topic.DEAD_LETTERS.topicName(),
          null,
          letter.origin().recordTime(),
          letter.key(),
          letter.bytes(),
          headers);
    }

    private static void add(Headers headers, String name, String value) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
