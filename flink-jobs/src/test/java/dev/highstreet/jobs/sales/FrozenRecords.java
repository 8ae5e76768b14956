package dev.highstreet.jobs.sales;

import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records as they were once written, byte for byte, so that offsets in a frozen savepoint mean the
 * same in any Kafka: a line each, of topic, partition, time and bytes.
 */
final class FrozenRecords {
  /** One record of an event topic, without a key. */
  record Frozen(Topic topic, int partition, Instant time, byte[] bytes) {
    static Frozen read(String line) {
      String[] cells = line.split(" ", -1);
      return new Frozen(
          Topic.named(cells[0]).orElseThrow(),
          Integer.parseInt(cells[1]),
          Instant.parse(cells[2]),
          HexFormat.of().parseHex(cells[3]));
    }

    String line() {
      return "%s %d %s %s"
          .formatted(topic.topicName(), partition, time, HexFormat.of().formatHex(bytes));
    }
  }

  private FrozenRecords() {}

  static List<Frozen> read(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Frozen::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, List<Frozen> records) throws IOException {
    Files.write(file, records.stream().map(Frozen::line).toList());
  }

  /** Writes them to their partitions, in this order. */
  static void send(List<Frozen> records, String bootstrapServers) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> underWay = new ArrayList<>();
      for (Frozen record : records) {
        underWay.add(
            producer.send(
                new ProducerRecord<>(
                    record.topic().topicName(),
                    record.partition(),
                    record.time().toEpochMilli(),
                    null,
                    record.bytes())));
      }
      for (Future<RecordMetadata> written : underWay) {
        written.get();
      }
    }
  }
}
