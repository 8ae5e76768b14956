package dev.highstreet.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters back into the topic they came from. The record's time stays that of the letter: it
 * says when the event came in, and a mended event came in no later. So it never moves the shop's
 * clock.
 */
final class LetterSender implements AutoCloseable {
  private static final int LARGEST = 2 << 20;
  private static final int PATIENCE_MILLIS = 20_000;

  private final String kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Connects with the first letter. */
  LetterSender(String kafka) {
    this.kafka = requireNonNull(kafka, "kafka is null");
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** What an event is keyed by: a rule of the contract, topic by topic. */
  static String key(SpecificRecord event) {
    if (event instanceof OrderPlaced order) {
      return order.getOrderId();
    }
    if (event instanceof OrderReturned returned) {
      return returned.getReturnId();
    }
    if (event instanceof ProductRevised product) {
      return product.getProductId();
    }
    if (event instanceof StoreRevised store) {
      return store.getStoreId();
    }
    if (event instanceof CustomerRevised customer) {
      return customer.getCustomerId();
    }
    throw CommandException.usedWrongly(
        "the sales job reads no %s".formatted(event.getSchema().getName()));
  }

  /** Sends the original bytes under their original key, to the partition they were in. */
  Place sendAgain(Letter letter) {
    return send(letter, letter.place().partition(), letter.key().orElse(null), letter.bytes());
  }

  /** Sends a mended event; under the letter's own key it goes to the same partition. */
  Place sendMended(Letter letter, SpecificRecord event, byte[] bytes) {
    byte[] key = key(event).getBytes(UTF_8);
    boolean same = letter.key().map(before -> Arrays.equals(before, key)).orElse(false);
    return send(letter, same ? letter.place().partition() : null, key, bytes);
  }

  private Place send(Letter letter, Integer partition, byte[] key, byte[] bytes) {
    long recordTime = Math.max(0, letter.recordTime().toEpochMilli()); // Kafka knows no earlier
    try {
      RecordMetadata written =
          producer
              .send(
                  new ProducerRecord<>(
                      letter.place().topic().topicName(), partition, recordTime, key, bytes))
              .get();
      return new Place(letter.place().topic(), written.partition(), written.offset());
    } catch (ExecutionException e) {
      throw refused(letter, e.getCause());
    } catch (KafkaException e) {
      throw refused(letter, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(letter, e);
    }
  }

  private CommandException refused(Letter letter, Throwable e) {
    return CommandException.answerIsNo(
        "Kafka at %s did not take %s: %s".formatted(kafka, letter.place(), e.getMessage()), e);
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MILLIS));
  }
}
