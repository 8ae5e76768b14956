package dev.highstreet.jobs.sales;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.platform.Topics;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.emit.EventSink;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events to the topics of an upload, as whoever uploads a folder does. */
final class UploadSink implements EventSink {
  private static final int RECEIVED_AT = 2;

  private final String upload;
  private final KafkaProducer<byte[], byte[]> producer;
  private final EventEncoder encoder = new EventEncoder();

  private UploadSink(String upload, KafkaProducer<byte[], byte[]> producer) {
    this.upload = upload;
    this.producer = producer;
  }

  static UploadSink create(String kafka, String upload) {
    Topics.createUpload(kafka, upload, Topic.SALES);
    return new UploadSink(
        upload,
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                // its topics are just being made: a second request may overtake the first for ever
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    long receivedAt = ((Instant) event.get(RECEIVED_AT)).toEpochMilli();
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic.uploadName(upload),
                null,
                receivedAt,
                key.getBytes(UTF_8),
                encoder.encode(event)));
  }

  /** Files know no clock. */
  @Override
  public void tick(Instant shopTime) {}

  @Override
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
