package dev.highstreet.simulator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaEventSinkTest {
  private static final Instant ORDERED = Instant.parse("2010-12-01T08:26:00Z");
  private static final Instant COLLECTED = ORDERED.plusSeconds(90);

  private final MockProducer<byte[], byte[]> producer = producer(true);

  @Test
  void recordCarriesKeyBytesAndTheTimeOfReceipt() throws Exception {
    CustomerRevised customer = customer();
    try (KafkaEventSink sink = sink(producer)) {
      sink.emit(Topic.CUSTOMERS, "17850", customer);
    }
    ProducerRecord<byte[], byte[]> written = producer.history().get(0);
    assertThat(written.topic()).isEqualTo("highstreet.customers");
    assertThat(written.key()).asString().isEqualTo("17850");
    assertThat(written.timestamp()).isEqualTo(COLLECTED.toEpochMilli());
    assertThat(new EventDecoder().decode(written.value())).isEqualTo(customer);
  }

  @Test
  void bytesAreWrittenAsTheyAre() {
    byte[] bytes = {1, 2, 3};
    try (KafkaEventSink sink = sink(producer)) {
      sink.emitBytes(Topic.ORDERS, "1001", COLLECTED, bytes);
      assertThatThrownBy(() -> sink.emitBytes(Topic.DEAD_LETTERS, "1001", COLLECTED, bytes))
          .hasMessage("highstreet.dead-letters carries no events");
    }
    assertThat(producer.history())
        .singleElement()
        .satisfies(
            written -> {
              assertThat(written.topic()).isEqualTo("highstreet.orders");
              assertThat(written.key()).asString().isEqualTo("1001");
              assertThat(written.timestamp()).isEqualTo(COLLECTED.toEpochMilli());
              assertThat(written.value()).isEqualTo(bytes);
            });
  }

  @Test
  void tickReachesEveryPartitionOfEveryTopic() throws Exception {
    try (KafkaEventSink sink = sink(producer)) {
      sink.tick(ORDERED);
    }
    assertThat(producer.history().stream().map(r -> r.topic() + "-" + r.partition()))
        .containsExactlyInAnyOrder(
            "highstreet.customers-0",
            "highstreet.customers-1",
            "highstreet.orders-0",
            "highstreet.orders-1",
            "highstreet.orders-2");
    ProducerRecord<byte[], byte[]> first = producer.history().get(0);
    ClockTick tick = (ClockTick) new EventDecoder().decode(first.value());
    assertThat(first.key()).isNull();
    assertThat(first.timestamp()).isEqualTo(ORDERED.toEpochMilli());
    assertThat(tick.getOccurredAt()).isEqualTo(ORDERED);
    assertThat(tick.getReceivedAt()).isEqualTo(ORDERED);
  }

  @Test
  void failureToWriteSurfacesAtTheNextFlush() {
    MockProducer<byte[], byte[]> failing = producer(false);
    KafkaEventSink sink = sink(failing);
    sink.emit(Topic.CUSTOMERS, "17850", customer());
    failing.errorNext(new TimeoutException("expiring 1 record(s)"));
    assertThatThrownBy(sink::flush)
        .isInstanceOf(EmitException.class)
        .hasMessage(
            "Kafka at shop:9092 did not take event 17850 of highstreet.customers: expiring 1"
                + " record(s)");
    assertThatThrownBy(sink::close).isInstanceOf(EmitException.class);
    assertThat(failing.closed()).isTrue();
  }

  @Test
  void topicRefusesAnEventOfAnotherTopic() {
    try (KafkaEventSink sink = sink(producer)) {
      assertThatThrownBy(() -> sink.emit(Topic.ORDERS, "17850", customer()))
          .hasMessage("highstreet.orders does not carry CustomerRevised");
    }
  }

  @Test
  void addressThatIsNoneIsNamed() {
    assertThatThrownBy(() -> KafkaEventSink.connect("nowhere"))
        .isInstanceOf(EmitException.class)
        .hasMessageStartingWith("'nowhere' is no Kafka address (HOST:PORT)");
  }

  private static KafkaEventSink sink(MockProducer<byte[], byte[]> producer) {
    return new KafkaEventSink("shop:9092", producer, Map.of(Topic.CUSTOMERS, 2, Topic.ORDERS, 3));
  }

  private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
    return new MockProducer<>(
        autoComplete, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static CustomerRevised customer() {
    return new EventIdentity()
        .assign(
            CustomerRevised.newBuilder()
                .setEventId(EventIdentity.none())
                .setOccurredAt(ORDERED)
                .setReceivedAt(COLLECTED)
                .setCustomerId("17850")
                .setRevision(1)
                .setRegisteredAt(ORDERED)
                .setCountry("United Kingdom")
                .build());
  }
}
