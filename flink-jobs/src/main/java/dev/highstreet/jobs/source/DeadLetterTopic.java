package dev.highstreet.jobs.source;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The dead-letter topic: the original bytes, with where and why in the headers. At least once:
 * after a restart a letter may stand there twice, under the same topic, partition, offset and line.
 * Of a record with several faults only the first letter has a value. A letter that is too heavy for
 * the topic goes without key and value, and a header says where they are.
 */
public final class DeadLetterTopic {
  /** What the topic takes at most, in bytes of a record with everything around it. */
  static final int HEAVIEST = 2 << 20;

  /** What Kafka adds to a record, generously: its lengths, and the head of its batch. */
  private static final int FRAMING = 1 << 10;

  private DeadLetterTopic() {}

  /**
   * Writes each letter.
   *
   * @param kafka bootstrap servers, {@code host:port}
   */
  public static KafkaSink<DeadLetter> sink(String kafka) {
    return KafkaSink.<DeadLetter>builder()
        .setBootstrapServers(kafka)
        // by default a producer sends half of what the topic takes
        .setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(HEAVIEST))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new Letters())
        .build();
  }

  /** A letter as a record. */
  static final class Letters implements KafkaRecordSerializationSchema<DeadLetter> {
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
      boolean fits =
          size(letter.key()) + size(letter.bytes()) + size(headers) + FRAMING <= HEAVIEST;
      if (!fits) {
        add(headers, "bytes", "in ops.dead_letters: too heavy for this topic");
      }
      return new ProducerRecord<>(
          Topic.DEAD_LETTERS.topicName(),
          null,
          letter.origin().recordTime(),
          fits ? letter.key() : null,
          fits ? letter.bytes() : null,
          headers);
    }

    private static void add(Headers headers, String name, String value) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static long size(byte[] bytes) {
      return bytes == null ? 0 : bytes.length;
    }

    private static long size(Headers headers) {
      long size = 0;
      for (Header header : headers) {
        size += header.key().length() + size(header.value());
      }
      return size;
    }
  }
}
